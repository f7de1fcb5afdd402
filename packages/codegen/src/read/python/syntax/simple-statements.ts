import { checkTarget } from "./assignment-targets.js";
import { parseExpressionStatement } from "./assignments.js";
import type { Cursor } from "./cursor.js";
import { parseImport, parseImportFrom } from "./imports.js";
import { parseExpressionList, parseTargetList } from "./lists.js";
import type { OtherStatement, Statement, TypeAlias } from "./nodes.js";
import { startsExpression } from "./token.js";
import { parseTypeParams } from "./type-parameters.js";

/** What follows the word of a statement that declares nothing. */
const otherStatements: ReadonlyMap<string, (cursor: Cursor) => void> = new Map([
  ["pass", () => undefined],
  ["break", () => undefined],
  ["continue", () => undefined],
  ["return", skipReturned],
  ["raise", skipRaised],
  ["global", skipNames],
  ["nonlocal", skipNames],
  ["del", skipDeleted],
  ["assert", skipAssertion],
]);

/** Reads the statements of one logical line, with its end. */
export function parseSimpleLine(cursor: Cursor): Statement[] {
  const statements = [parseSimpleStatement(cursor)];
  while (cursor.accept(";") && !cursor.atKind("newline")) statements.push(parseSimpleStatement(cursor));
  if (!cursor.atKind("newline")) throw cursor.error("invalid syntax");
  cursor.take();
  return statements;
}

function parseSimpleStatement(cursor: Cursor): Statement {
  const { text } = cursor.token;
  if (text === "import") return parseImport(cursor);
  if (text === "from") return parseImportFrom(cursor);
  if (atTypeAlias(cursor)) return parseTypeAlias(cursor);
  const skipRest = otherStatements.get(text);
  return skipRest === undefined ? parseExpressionStatement(cursor) : parseOther(cursor, skipRest);
}

function parseOther(cursor: Cursor, skipRest: (cursor: Cursor) => void): OtherStatement {
  const start = cursor.take();
  skipRest(cursor);
  return { kind: "OtherStatement", keyword: start.text, ...cursor.spanFrom(start) };
}

/** `type` is a keyword only where a name and then `=` or `[` follow it. */
function atTypeAlias(cursor: Cursor): boolean {
  if (!cursor.at("type") || cursor.ahead(1).kind !== "name") return false;
  const after = cursor.ahead(2).text;
  return after === "=" || after === "[";
}

function parseTypeAlias(cursor: Cursor): TypeAlias {
  const start = cursor.take();
  const name = cursor.expectName().text;
  const typeParams = parseTypeParams(cursor);
  cursor.expect("=");
  const value = cursor.grammar.expression(cursor);
  return { kind: "TypeAlias", name, typeParams, value, ...cursor.spanFrom(start) };
}

function skipReturned(cursor: Cursor): void {
  if (startsExpression(cursor.token)) parseExpressionList(cursor);
}

function skipRaised(cursor: Cursor): void {
  if (!startsExpression(cursor.token)) return;
  cursor.grammar.expression(cursor);
  if (cursor.accept("from")) cursor.grammar.expression(cursor);
}

function skipNames(cursor: Cursor): void {
  do cursor.expectName();
  while (cursor.accept(","));
}

function skipDeleted(cursor: Cursor): void {
  checkTarget(cursor, parseTargetList(cursor), "delete");
}

function skipAssertion(cursor: Cursor): void {
  cursor.grammar.expression(cursor);
  if (cursor.accept(",")) cursor.grammar.expression(cursor);
}
