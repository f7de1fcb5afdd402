import type { Cursor } from "./cursor.js";
import { type FieldPiece, type FormattedPiece, scanFormattedString } from "./formatted-string-scanner.js";
import { parseExpressionList } from "./lists.js";
import type { Expression, FormattedPart, FormattedValue } from "./nodes.js";
import type { StringOpening } from "./string-scanner.js";
import { decodeText, openToken } from "./string-values.js";
import type { Token } from "./token.js";
import { tokenizeInBraces } from "./tokens.js";
import { parseYield } from "./yields.js";

/**
 * Reads the parts of an f-string; `undefined` where its text is not known, and for a t-string, which is no text.
 *
 * @throws PythonSyntaxError when a field holds no expression, or an unknown conversion.
 */
export function parseFormattedString(cursor: Cursor, token: Token): readonly FormattedPart[] | undefined {
  const opening = openToken(cursor.source, token);
  if (opening.prefix.includes("t")) return undefined;
  return parsePieces(cursor, scanFormattedString(cursor.source, opening).pieces, opening);
}

function parsePieces(
  cursor: Cursor,
  pieces: readonly FormattedPiece[],
  opening: StringOpening,
): readonly FormattedPart[] | undefined {
  const parts: FormattedPart[] = [];
  let isKnown = true;
  for (const piece of pieces) {
    const read = piece.kind === "field" ? parseField(cursor, piece, opening) : parseText(cursor, piece, opening);
    if (read === undefined) isKnown = false;
    else parts.push(...read);
  }
  return isKnown ? parts : undefined;
}

function parseText(
  cursor: Cursor,
  { start, end }: Pick<FormattedPiece, "start" | "end">,
  opening: StringOpening,
): readonly FormattedPart[] | undefined {
  const value = decodeText(cursor.source, opening, cursor.source.text.slice(start, end));
  if (value.kind !== "text") return undefined;
  return value.text === "" ? [] : [{ kind: "FormattedText", text: value.text }];
}

/** A field with an equals sign at its end is preceded by its own text. */
function parseField(cursor: Cursor, piece: FieldPiece, opening: StringOpening): readonly FormattedPart[] | undefined {
  const { source } = cursor;
  const tokens = tokenizeInBraces(source, piece.start, piece.end);
  const equals = tokens.at(-2);
  const isExplained = equals?.text === "=" && equals.kind === "operator";
  const value = parseContent(
    cursor,
    isExplained ? [...tokens.slice(0, -2), { ...equals, kind: "end", text: "" }] : tokens,
  );
  const format = piece.format === undefined ? [] : parsePieces(cursor, piece.format, opening);
  if (format === undefined) return undefined;
  const conversion = parseConversion(cursor, piece) ?? (isExplained && piece.format === undefined ? "r" : undefined);
  const field: FormattedValue = { kind: "FormattedValue", value, conversion, format };
  return isExplained ? [{ kind: "FormattedText", text: source.text.slice(piece.start, piece.end) }, field] : [field];
}

function parseContent(cursor: Cursor, tokens: readonly Token[]): Expression {
  const inner = cursor.inside(tokens);
  if (inner.atKind("end")) throw inner.error("f-string: valid expression required before '}'");
  const value = inner.at("yield") ? parseYield(inner) : parseExpressionList(inner);
  if (!inner.atKind("end")) throw inner.error("f-string: expecting '=', or '!', or ':', or '}'");
  return value;
}

function parseConversion(cursor: Cursor, { conversion, end }: FieldPiece): FormattedValue["conversion"] {
  const name = conversion?.trim();
  if (name === undefined || name === "s" || name === "r" || name === "a") return name;
  throw cursor.source.error(`f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`, end + 1);
}
