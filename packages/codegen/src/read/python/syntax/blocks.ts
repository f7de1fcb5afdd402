import type { Cursor } from "./cursor.js";
import type { Statement } from "./nodes.js";
import { parseSimpleLine } from "./simple-statements.js";

/**
 * Reads a colon and the block after it: statements on the same line, or indented ones.
 *
 * @param owner - what the block belongs to, as CPython's message names it.
 * @param line - where that stands.
 * @throws PythonSyntaxError when there is no block.
 */
export function parseBlock(cursor: Cursor, owner: string, line: number): readonly Statement[] {
  cursor.expect(":", "expected ':'");
  if (!cursor.atKind("newline")) return parseSimpleLine(cursor);
  enterBlock(cursor, owner, line);
  const statements: Statement[] = [];
  while (!cursor.atKind("dedent") && !cursor.atKind("end")) {
    for (const statement of cursor.grammar.statement(cursor)) statements.push(statement);
  }
  cursor.take();
  return statements;
}

/**
 * Reads the line end and the indentation that an indented block starts with.
 *
 * @param owner - what the block belongs to, as CPython's message names it.
 * @param line - where that stands.
 * @throws PythonSyntaxError when there is no block.
 */
export function enterBlock(cursor: Cursor, owner: string, line: number): void {
  cursor.take();
  if (!cursor.atKind("indent")) throw cursor.error(`expected an indented block after ${owner} on line ${String(line)}`);
  cursor.take();
}
