import { changeRules } from "../rules.js";
import type { SignatureChange, SignatureDiff } from "../signature-diff.js";
import { groupsOf } from "./groups.js";

/** A diff for people at a terminal. The last line is the verdict. */
export function diffText(diff: SignatureDiff): string {
  const groups = groupsOf(diff).map(({ title, changes }) => `${title}:\n${changes.map(changeText).join("")}\n`);
  return `${groups.join("")}Verdict: ${diff.level}\n`;
}

/** One change, in a line, and where it says what was and what is, in two. */
export function changeText({ rule, level, place, before, after }: SignatureChange): string {
  const types = before === undefined && after === undefined ? "" : `      ${arrow(before, after)}\n`;
  return `  ${place}: ${changeRules[rule].title} (${rule}, ${level})\n${types}`;
}

function arrow(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `+ ${after}`;
  return after === undefined ? `- ${before}` : `${before} → ${after}`;
}
