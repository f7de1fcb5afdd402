import { parseBlock } from "./blocks.js";
import { type ArgumentList, parseArguments } from "./calls.js";
import type { Cursor } from "./cursor.js";
import { docstringOf } from "./docstrings.js";
import { skipFunctionBody } from "./function-bodies.js";
import type { ClassDef, Expression, FunctionDef } from "./nodes.js";
import { parseParameters } from "./parameters.js";
import { parseTypeParams } from "./type-parameters.js";

const noArguments: ArgumentList = { args: [], keywords: [] };

/** Whether a function comes next, or an asynchronous one. */
export function atFunction(cursor: Cursor): boolean {
  return cursor.at("def") || (cursor.at("async") && cursor.ahead(1).text === "def");
}

/**
 * Reads decorators and the class or function after them.
 *
 * @throws PythonSyntaxError when neither follows.
 */
export function parseDecorated(cursor: Cursor): ClassDef | FunctionDef {
  const decorators: Expression[] = [];
  while (cursor.accept("@")) {
    decorators.push(cursor.grammar.namedExpression(cursor));
    if (!cursor.atKind("newline")) throw cursor.error("invalid syntax");
    cursor.take();
  }
  if (cursor.at("class")) return parseClass(cursor, decorators);
  if (atFunction(cursor)) return parseFunction(cursor, decorators);
  throw cursor.error("invalid syntax");
}

/** Reads a class. Its span starts after the decorators, as in CPython. */
export function parseClass(cursor: Cursor, decorators: readonly Expression[]): ClassDef {
  const start = cursor.expect("class");
  const name = cursor.expectName();
  const nameSpan = cursor.spanFrom(name);
  const typeParams = parseTypeParams(cursor);
  const { args: bases, keywords } = cursor.at("(") ? parseArguments(cursor) : noArguments;
  const body = parseBlock(cursor, "class definition", start.line);
  const docstring = docstringOf(body);
  const span = cursor.spanFrom(start);
  return {
    kind: "ClassDef",
    name: name.text,
    nameSpan,
    decorators,
    typeParams,
    bases,
    keywords,
    docstring,
    body,
    ...span,
  };
}

/** Reads a function; its body is stepped over. */
export function parseFunction(cursor: Cursor, decorators: readonly Expression[]): FunctionDef {
  const start = cursor.token;
  const async = cursor.accept("async");
  cursor.expect("def");
  const name = cursor.expectName();
  const nameSpan = cursor.spanFrom(name);
  const typeParams = parseTypeParams(cursor);
  cursor.expect("(", "expected '('");
  const params = parseParameters(cursor, ")");
  cursor.expect(")");
  const returns = cursor.accept("->") ? cursor.grammar.expression(cursor) : undefined;
  cursor.expect(":", "expected ':'");
  const body = skipFunctionBody(cursor, start);
  const signature = { name: name.text, nameSpan, async, decorators, typeParams, params, returns };
  return { kind: "FunctionDef", ...signature, ...body, ...cursor.spanFrom(start) };
}
