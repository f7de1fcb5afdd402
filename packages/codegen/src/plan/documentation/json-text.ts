import type { JsonValue } from "../../signature.js";
import { visible } from "../../visible.js";

const longest = 200;

/** A value as JSON on one line, spaced as one writes it; a long one is cut. */
export function jsonText(value: JsonValue): string {
  const text = spaced(value);
  return text.length <= longest ? text : `${[...text.slice(0, longest)].slice(0, -1).join("")}…`;
}

/** A value as JSON, in a Markdown code span that no backtick in it can end. */
export function jsonCode(value: JsonValue): string {
  return codeSpan(jsonText(value));
}

/** A text in a Markdown code span, on one line. The fence is longer than any run of backticks in the text. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return longestRun === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}

function spaced(value: JsonValue): string {
  if (isLargeInteger(value)) return String(BigInt(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  const entries = Object.entries(value).map(([key, content]) => `${JSON.stringify(key)}: ${spaced(content)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** One past 2^53, of which JavaScript writes only as many digits as tell it from its neighbours. */
function isLargeInteger(value: JsonValue): value is number {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21;
}
