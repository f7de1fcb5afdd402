import { enterBlock } from "./blocks.js";
import type { Cursor } from "./cursor.js";
import { takeDocstring } from "./docstrings.js";
import { skipHeader, skipLine } from "./headers.js";
import type { FunctionDef, Span } from "./nodes.js";

/** What is known of a function's body without parsing it. */
export type FunctionBody = Pick<FunctionDef, "docstring" | "yields" | "bodySpan" | "moduleText">;

/**
 * Steps over the body of a function, which starts after the header's colon.
 *
 * @param definition - where the function stands.
 * @throws PythonSyntaxError when there is no body.
 */
export function skipFunctionBody(cursor: Cursor, definition: Span): FunctionBody {
  const isLine = !cursor.atKind("newline");
  if (!isLine) enterBlock(cursor, "function definition", definition.line);
  const start = cursor.token;
  const docstring = takeDocstring(cursor);
  const yields = isLine ? skipLine(cursor) : skipBlock(cursor);
  return { docstring, yields, bodySpan: cursor.spanFrom(start), moduleText: cursor.source.text };
}

/** Steps over the rest of a block; answers whether it yields. */
function skipBlock(cursor: Cursor): boolean {
  let yields = false;
  for (let depth = 1; depth > 0; ) {
    const { kind } = cursor.token;
    if (kind === "end") break;
    if (kind === "indent") depth += 1;
    if (kind === "dedent") depth -= 1;
    if (kind === "indent" || kind === "dedent") cursor.take();
    else if (skipStatement(cursor)) yields = true;
  }
  return yields;
}

/** Steps over a line, with the body of a function or class that it starts; answers whether the line itself yields. */
function skipStatement(cursor: Cursor): boolean {
  if (!startsScope(cursor)) return skipLine(cursor);
  // The defaults of a nested function, and the bases of a class, belong to the outer one.
  const yields = skipHeader(cursor);
  cursor.accept(":");
  skipNestedBody(cursor);
  return yields;
}

function startsScope(cursor: Cursor): boolean {
  return cursor.at("def") || cursor.at("class") || (cursor.at("async") && cursor.ahead(1).text === "def");
}

function skipNestedBody(cursor: Cursor): void {
  if (!cursor.atKind("newline")) {
    skipLine(cursor);
    return;
  }
  cursor.take();
  if (!cursor.atKind("indent")) return;
  cursor.take();
  skipBlock(cursor);
}
