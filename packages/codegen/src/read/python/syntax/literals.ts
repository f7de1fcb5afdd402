import type { Cursor } from "./cursor.js";
import { parseFormattedString } from "./formatted-strings.js";
import type { Expression, FormattedPart, NumberLiteral } from "./nodes.js";
import { numberType } from "./numbers.js";
import { decodeString } from "./string-values.js";
import { isString, type Token } from "./token.js";

/** Reads a number. */
export function parseNumber(cursor: Cursor): NumberLiteral {
  const token = cursor.take();
  const raw = token.text.replaceAll("_", "");
  return { kind: "Number", raw, type: numberType(raw), ...cursor.spanFrom(token) };
}

/** What one of several adjacent strings stands for. */
type StringPart =
  | { readonly kind: "bytes"; readonly bytes: string }
  | { readonly kind: "parts"; readonly parts: readonly FormattedPart[] | undefined; readonly isFormatted: boolean };

/**
 * Reads adjacent string literals as one. A text that names a character (`\N{...}`) is a `FormattedString`: its value is
 * not known.
 *
 * @throws PythonSyntaxError when bytes stand beside text, or a field of an f-string is no expression.
 */
export function parseStrings(cursor: Cursor): Expression {
  const tokens: Token[] = [];
  while (isString(cursor.token)) tokens.push(cursor.take());
  const values = tokens.map((token) => readPart(cursor, token));
  const span = cursor.spanFrom(tokens[0] ?? cursor.token);
  const bytes = values.flatMap((value) => (value.kind === "bytes" ? [value.bytes] : []));
  if (bytes.length === values.length) {
    return { kind: "Bytes", value: Uint8Array.from(bytes.join(""), (character) => character.charCodeAt(0)), ...span };
  }
  if (bytes.length > 0) throw cursor.error("cannot mix bytes and nonbytes literals", span);
  const texts = values.flatMap((value) => (value.kind === "parts" ? [value] : []));
  const parts = join(texts.map((value) => value.parts));
  const isFormatted = parts === undefined || texts.some((value) => value.isFormatted);
  return isFormatted ? { kind: "FormattedString", parts, ...span } : { kind: "String", value: textOf(parts), ...span };
}

function readPart(cursor: Cursor, token: Token): StringPart {
  if (token.kind === "formatted") {
    return { kind: "parts", parts: parseFormattedString(cursor, token), isFormatted: true };
  }
  const value = decodeString(cursor.source, token);
  if (value.kind === "bytes") return value;
  const parts: readonly FormattedPart[] | undefined =
    value.kind === "text" ? [{ kind: "FormattedText", text: value.text }] : undefined;
  return { kind: "parts", parts, isFormatted: false };
}

/** All parts in order, texts that meet as one; `undefined` where some are not known. */
function join(lists: readonly (readonly FormattedPart[] | undefined)[]): readonly FormattedPart[] | undefined {
  const joined: FormattedPart[] = [];
  for (const part of lists.flatMap((list) => list ?? [])) {
    const last = joined.at(-1);
    if (part.kind === "FormattedText" && last?.kind === "FormattedText") {
      joined[joined.length - 1] = { kind: "FormattedText", text: last.text + part.text };
    } else if (part.kind !== "FormattedText" || part.text !== "") {
      joined.push(part);
    }
  }
  return lists.includes(undefined) ? undefined : joined;
}

function textOf(parts: readonly FormattedPart[]): string {
  return parts.map((part) => (part.kind === "FormattedText" ? part.text : "")).join("");
}
