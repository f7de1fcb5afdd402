import type { SourceText } from "./source-text.js";
import { openString, type StringOpening } from "./string-scanner.js";
import type { Token } from "./token.js";

/** What a string literal stands for. `unknown` is a text with a character given by name. */
export type StringValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: string }
  | { readonly kind: "unknown" };

const textEscape =
  /\\(?:[\\'"abfnrtv\n]|[0-7]{1,3}|x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|N(?:\{[^{}\\]*\}?)?)/g;
const byteEscape = /\\(?:[\\'"abfnrtv\n]|[0-7]{1,3}|x[\da-fA-F]{0,2})/g;

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);
const hexadecimalDigits: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/**
 * Decodes one string or bytes literal.
 *
 * Python knows every character by its Unicode name (`\N{EM DASH}`); we carry no table of 34,000 names, and a text that
 * uses one is `unknown` rather than wrong.
 *
 * @throws PythonSyntaxError when an escape is incomplete, or a bytes literal holds a character that is no byte.
 */
export function decodeString(source: SourceText, token: Token): StringValue {
  const opening = openToken(source, token);
  const content = source.text.slice(opening.contentStart, token.end - opening.quotes.length);
  return opening.prefix.includes("b") ? decodeBytes(source, opening, content) : decodeText(source, opening, content);
}

/** The opening of a token that is a string. */
export function openToken(source: SourceText, token: Token): StringOpening {
  const opening = openString(source.text, token.start);
  if (opening === undefined) throw source.error("invalid syntax", token.start);
  return opening;
}

/**
 * Decodes a text between the quotes of a string.
 *
 * @throws PythonSyntaxError when an escape is incomplete.
 */
export function decodeText(source: SourceText, opening: StringOpening, content: string): StringValue {
  if (opening.prefix.includes("r")) return { kind: "text", text: content };
  let isKnown = true;
  const text = content.replace(textEscape, (written, offset: number) => {
    if (written.endsWith("}")) isKnown = false;
    const problem = describeTextProblem(written);
    if (problem === undefined) return decodeEscape(written);
    const place = `position ${String(offset)}-${String(offset + written.length - 1)}`;
    const message = `(unicode error) 'unicodeescape' codec can't decode bytes in ${place}: ${problem}`;
    throw source.error(message, opening.start);
  });
  return isKnown ? { kind: "text", text } : { kind: "unknown" };
}

function decodeBytes(source: SourceText, opening: StringOpening, content: string): StringValue {
  if (/[^\0-\x7f]/.test(content)) throw source.error("bytes can only contain ASCII literal characters", opening.start);
  if (opening.prefix.includes("r")) return { kind: "bytes", bytes: content };
  const bytes = content.replace(byteEscape, (written, offset: number) => {
    if (!isIncomplete(written)) return decodeEscape(written);
    throw source.error(`(value error) invalid \\x escape at position ${String(offset)}`, opening.start);
  });
  return { kind: "bytes", bytes };
}

function isIncomplete(written: string): boolean {
  const digits = hexadecimalDigits.get(written[1] ?? "");
  return digits !== undefined && written.length < digits + 2;
}

function describeTextProblem(written: string): string | undefined {
  const letter = written[1] ?? "";
  if (letter === "N" && !written.endsWith("}")) return "malformed \\N character escape";
  if (isIncomplete(written)) return `truncated \\${letter}${"X".repeat(hexadecimalDigits.get(letter) ?? 0)} escape`;
  return letter === "U" && Number.parseInt(written.slice(2), 16) > 0x10ffff ? "illegal Unicode character" : undefined;
}

function decodeEscape(written: string): string {
  const letter = written[1] ?? "";
  if (hexadecimalDigits.has(letter)) return String.fromCodePoint(Number.parseInt(written.slice(2), 16));
  if (/[0-7]/.test(letter)) return String.fromCodePoint(Number.parseInt(written.slice(1), 8));
  return simpleEscapes.get(letter) ?? letter;
}
