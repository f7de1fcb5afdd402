import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "./trials.js";

/** Trials that went wrong, as text: the first in full, the others in a line each. Empty where there are none. */
export function report(trials: readonly Trial[]): string {
  const [first, ...others] = trials;
  if (first === undefined) return "";
  return [inFull(first), ...(others.length === 0 ? [] : [`and ${others.length} more:`, ...others.map(inShort)])].join(
    "\n",
  );
}

function inShort({ chain, kind, path, pydantic, typescript }: Trial): string {
  const types = "refused" in pydantic ? pydantic.refused.map(({ type }) => type).join(", ") : "takes it";
  return `${chain.title}: ${kind} at ${placeOf(path)}: pydantic: ${types}; TypeScript: ${typescript ?? "takes it"}`;
}

function inFull({ chain, kind, path, value, pydantic, typescript }: Trial): string {
  const sources = chain.sources.map((source) => `# ${source}\n${readFileSync(join(chain.folder, source), "utf8")}`);
  return [
    `${chain.title}: ${kind} at ${placeOf(path)}`,
    ...sources,
    `value: ${JSON.stringify(value)}`,
    `pydantic: ${JSON.stringify("refused" in pydantic ? pydantic.refused : pydantic)}`,
    `TypeScript: ${typescript ?? "takes it"}`,
  ].join("\n");
}

function placeOf(path: Trial["path"]): string {
  return path.length === 0 ? "the top" : path.join(".");
}

/** How often each text comes up, one a line, the most frequent first. */
export function tally(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const lines = [...counts].sort(([, left], [, right]) => right - left);
  return lines.map(([text, count]) => `${String(count).padStart(6)}  ${text}\n`).join("");
}
