import { characterAt, identifierPart, skip } from "./characters.js";
import type { NumberLiteral } from "./nodes.js";
import type { SourceText } from "./source-text.js";

const decimal = /(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y;
const leadingZeros = /0(?:_?\d)*/y;
/** Python still reads `1if x else y`: a number ends where one of these words starts. */
const wordAfterNumber = /and|else|for|i[fns]|not|or/y;

interface Radix {
  readonly name: string;
  readonly pattern: RegExp;
}

const radixes: ReadonlyMap<string, Radix> = new Map([
  ["x", { name: "hexadecimal", pattern: /0[xX](?:_?[\da-fA-F])+/y }],
  ["o", { name: "octal", pattern: /0[oO](?:_?[0-7])+/y }],
  ["b", { name: "binary", pattern: /0[bB](?:_?[01])+/y }],
]);

/**
 * The offset at which the number that starts at `start` ends.
 *
 * @throws PythonSyntaxError when it is none.
 */
export function scanNumber(source: SourceText, start: number): number {
  const radix = source.text[start] === "0" ? radixes.get((source.text[start + 1] ?? "").toLowerCase()) : undefined;
  return radix === undefined ? scanDecimal(source, start) : scanRadix(source, start, radix);
}

/** What Python makes of a number. */
export function numberType(raw: string): NumberLiteral["type"] {
  if (/^0[xXoObB]/.test(raw)) return "int";
  if (/[jJ]$/.test(raw)) return "complex";
  return /[.eE]/.test(raw) ? "float" : "int";
}

function scanDecimal(source: SourceText, start: number): number {
  const end = skip(decimal, source.text, start);
  refuseLeadingZeros(source, start, end);
  refuseTail(source, end, "decimal");
  return end;
}

function scanRadix(source: SourceText, start: number, { name, pattern }: Radix): number {
  const end = Math.max(skip(pattern, source.text, start), start + 2);
  const next = source.text[end] ?? "";
  if (/\d/.test(next)) throw source.error(`invalid digit '${next}' in ${name} literal`, end);
  if (end === start + 2) throw source.error(`invalid ${name} literal`, end - 1);
  refuseTail(source, end, name);
  return end;
}

function refuseLeadingZeros(source: SourceText, start: number, end: number): void {
  const isInteger = skip(leadingZeros, source.text, start) === end;
  if (!isInteger || !/[1-9]/.test(source.text.slice(start, end))) return;
  const message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
  throw source.error(message, start);
}

function refuseTail(source: SourceText, end: number, name: string): void {
  if (end >= source.text.length || !identifierPart.test(characterAt(source.text, end))) return;
  const place = source.text[end] === "_" ? end : end - 1;
  if (skip(wordAfterNumber, source.text, end) === end) throw source.error(`invalid ${name} literal`, place);
}
