import { parseFor, parseIf, parseTry, parseWhile, parseWith } from "./compound-statements.js";
import type { Cursor } from "./cursor.js";
import { atFunction, parseClass, parseDecorated, parseFunction } from "./definitions.js";
import { atMatch, parseMatch } from "./match-statement.js";
import type { Statement } from "./nodes.js";
import { parseSimpleLine } from "./simple-statements.js";

const compoundStatements: ReadonlyMap<string, (cursor: Cursor) => Statement> = new Map<
  string,
  (cursor: Cursor) => Statement
>([
  ["if", parseIf],
  ["while", parseWhile],
  ["for", parseFor],
  ["with", parseWith],
  ["try", parseTry],
  ["@", parseDecorated],
  ["class", (cursor) => parseClass(cursor, [])],
]);

/** Reads a compound statement, or a line of simple ones. */
export function parseStatement(cursor: Cursor): readonly Statement[] {
  if (cursor.atKind("indent")) throw unexpectedIndent(cursor);
  if (atFunction(cursor)) return [parseFunction(cursor, [])];
  const isAsync = cursor.at("async") && /^(?:for|with)$/.test(cursor.ahead(1).text);
  const parse = compoundStatements.get(cursor.ahead(isAsync ? 1 : 0).text);
  if (isAsync) cursor.take();
  if (parse !== undefined) return [parse(cursor)];
  return atMatch(cursor) ? [parseMatch(cursor)] : parseSimpleLine(cursor);
}

/** CPython points at the last blank of the indentation. */
function unexpectedIndent(cursor: Cursor): Error {
  const { token } = cursor;
  return cursor.error("unexpected indent", { ...token, column: Math.max(token.column - 1, 1) });
}
