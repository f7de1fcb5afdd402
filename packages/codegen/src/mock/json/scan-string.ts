import { jsonTextErrorAt } from "./json-text-error.js";

/** A scanned value and the index after it. */
export interface Scanned<Value> {
  readonly value: Value;
  readonly end: number;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Scans the string whose opening quote is at `open`. */
export function scanString(text: string, open: number): Scanned<string> {
  const parts: string[] = [];
  let index = open + 1;
  for (;;) {
    const stop = findStop(text, index);
    parts.push(text.slice(index, stop));
    if (stop >= text.length) throw jsonTextErrorAt("Unterminated string starting at", text, open);
    if (text[stop] === '"') return { value: parts.join(""), end: stop + 1 };
    if (text[stop] !== "\\") throw jsonTextErrorAt("Invalid control character at", text, stop);
    const escaped = scanEscape(text, stop, open);
    parts.push(escaped.value);
    index = escaped.end;
  }
}

/** The next quote, backslash or control character. */
function findStop(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 0x22 || code === 0x5c || code < 0x20) return index;
    index += 1;
  }
  return index;
}

function scanEscape(text: string, backslash: number, open: number): Scanned<string> {
  const letter = text[backslash + 1];
  if (letter === undefined) throw jsonTextErrorAt("Unterminated string starting at", text, open);
  if (letter === "u") return scanUnicodeEscape(text, backslash);
  const character = shortEscapes.get(letter);
  if (character === undefined) throw jsonTextErrorAt("Invalid \\escape", text, backslash);
  return { value: character, end: backslash + 2 };
}

function scanUnicodeEscape(text: string, backslash: number): Scanned<string> {
  const digits = text.slice(backslash + 2, backslash + 6);
  // CPython asks for one more character after the digits before it reads them.
  const complete = /^[0-9A-Fa-f]{4}$/.test(digits) && backslash + 6 < text.length;
  if (!complete) throw jsonTextErrorAt("Invalid \\uXXXX escape", text, backslash + 1);
  return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: backslash + 6 };
}
