import { checkTarget } from "./assignment-targets.js";
import { parseBlock } from "./blocks.js";
import type { Cursor } from "./cursor.js";
import { skipHeader } from "./headers.js";
import { parseExpressionList, parseTargetList } from "./lists.js";
import type { Block, If, Statement, Try } from "./nodes.js";

/** Reads `if`, or an `elif` as one of its own. */
export function parseIf(cursor: Cursor): If {
  const start = cursor.take();
  const test = cursor.grammar.namedExpression(cursor);
  const body = parseBlock(cursor, `'${start.text}' statement`, start.line);
  const orelse = cursor.at("elif") ? [cursor.nested(parseIf)] : parseElse(cursor);
  return { kind: "If", test, body, orelse, ...cursor.spanFrom(start) };
}

/** Reads `while`. */
export function parseWhile(cursor: Cursor): Block {
  const start = cursor.take();
  cursor.grammar.namedExpression(cursor);
  const body = parseBlock(cursor, "'while' statement", start.line);
  return { kind: "Block", keyword: "while", bodies: [body, parseElse(cursor)], ...cursor.spanFrom(start) };
}

/** Reads `for`. */
export function parseFor(cursor: Cursor): Block {
  const start = cursor.take();
  checkTarget(cursor, parseTargetList(cursor));
  cursor.expect("in");
  parseExpressionList(cursor);
  const body = parseBlock(cursor, "'for' statement", start.line);
  return { kind: "Block", keyword: "for", bodies: [body, parseElse(cursor)], ...cursor.spanFrom(start) };
}

/** Reads `with`. Its items declare nothing, and are stepped over. */
export function parseWith(cursor: Cursor): Block {
  const start = cursor.take();
  skipHeader(cursor);
  const body = parseBlock(cursor, "'with' statement", start.line);
  return { kind: "Block", keyword: "with", bodies: [body], ...cursor.spanFrom(start) };
}

/**
 * Reads `try`.
 *
 * @throws PythonSyntaxError when neither a handler nor `finally` follows.
 */
export function parseTry(cursor: Cursor): Try {
  const start = cursor.take();
  const body = parseBlock(cursor, "'try' statement", start.line);
  const handlers: (readonly Statement[])[] = [];
  while (cursor.at("except")) handlers.push(parseHandler(cursor));
  const orelse = handlers.length > 0 ? parseElse(cursor) : [];
  const hasFinally = cursor.at("finally");
  const finalbody = parseClause(cursor, "finally");
  if (handlers.length === 0 && !hasFinally) throw cursor.error("expected 'except' or 'finally' block");
  return { kind: "Try", body, handlers, orelse, finalbody, ...cursor.spanFrom(start) };
}

function parseHandler(cursor: Cursor): readonly Statement[] {
  const start = cursor.take();
  const isGroup = cursor.accept("*");
  if (isGroup || !cursor.at(":")) skipExceptions(cursor);
  return parseBlock(cursor, `'except${isGroup ? "*" : ""}' statement`, start.line);
}

/** Since Python 3.14 several exceptions need no parentheses, but for those that are given a name. */
function skipExceptions(cursor: Cursor): void {
  const exceptions = parseExpressionList(cursor);
  if (!cursor.at("as")) return;
  if (exceptions.kind === "Collection" && exceptions.type === "tuple" && isBare(cursor, exceptions.start)) {
    throw cursor.error("multiple exception types must be parenthesized when using 'as'", exceptions);
  }
  cursor.take();
  cursor.expectName();
}

function isBare(cursor: Cursor, start: number): boolean {
  return cursor.source.text[start] !== "(";
}

function parseElse(cursor: Cursor): readonly Statement[] {
  return parseClause(cursor, "else");
}

/** Reads a clause of one word, where it comes next. */
function parseClause(cursor: Cursor, keyword: "else" | "finally"): readonly Statement[] {
  const start = cursor.token;
  return cursor.accept(keyword) ? parseBlock(cursor, `'${keyword}' statement`, start.line) : [];
}
