import { type Goal, type Outcome, verdict } from "./measure/contest.js";

const widths = [52, 20, 12, 9, 15, 8];

/** The heading of a table of outcomes. */
export const heading: string = `${row(["what", "against", "of their", "ratio", "95 % of runs", "goal"])}\n`;

/** An outcome as a line of it. */
export function outcomeLine(outcome: Outcome): string {
  const { title, peer, measure, ratio, goal } = outcome;
  const spread = ratio.low === ratio.high ? "" : `${two(ratio.low)} – ${two(ratio.high)}`;
  const aim = goal === undefined ? "" : `${goalText(goal)}  ${verdict(outcome)}`;
  return `${row([title, peer, measure, `${two(ratio.value)} ×`, spread, aim])}\n`;
}

function goalText(goal: Goal): string {
  return "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(" ")
    .trimEnd();
}

function two(ratio: number): string {
  return ratio.toFixed(2);
}
