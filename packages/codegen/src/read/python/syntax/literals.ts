import type { Cursor } from "./cursor.js";
import type { Expression, NumberLiteral } from "./nodes.js";
import { numberType } from "./numbers.js";
import { decodeString, type StringValue } from "./string-values.js";
import { isString, type Token } from "./token.js";

/** Reads a number. */
export function parseNumber(cursor: Cursor): NumberLiteral {
  const token = cursor.take();
  const raw = token.text.replaceAll("_", "");
  return { kind: "Number", raw, type: numberType(raw), ...cursor.spanFrom(token) };
}

/**
 * Reads adjacent string literals as one. A text that names a character (`\N{...}`) is a `FormattedString`: its value is
 * not known.
 *
 * @throws PythonSyntaxError when bytes stand beside text.
 */
export function parseStrings(cursor: Cursor): Expression {
  const tokens: Token[] = [];
  while (isString(cursor.token)) tokens.push(cursor.take());
  const values = tokens.map((token) => decodePart(cursor, token));
  const span = cursor.spanFrom(tokens[0] ?? cursor.token);
  if (values.every((value) => value.kind === "bytes")) {
    const bytes = values.map((value) => value.bytes).join("");
    return { kind: "Bytes", value: Uint8Array.from(bytes, (character) => character.charCodeAt(0)), ...span };
  }
  if (values.some((value) => value.kind === "bytes"))
    throw cursor.error("cannot mix bytes and nonbytes literals", span);
  const texts = values.flatMap((value) => (value.kind === "text" ? [value.text] : []));
  return texts.length < values.length
    ? { kind: "FormattedString", ...span }
    : { kind: "String", value: texts.join(""), ...span };
}

function decodePart(cursor: Cursor, token: Token): StringValue {
  return token.kind === "formatted" ? { kind: "unknown" } : decodeString(cursor.source, token);
}
