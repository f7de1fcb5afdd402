import type { OpenBracket } from "./brackets.js";
import { Cursor, type Grammar } from "./cursor.js";
import { decodeSource } from "./decode.js";
import { docstringOf } from "./docstrings.js";
import { expressionRules } from "./expressions.js";
import type { Module, Statement } from "./nodes.js";
import { SourceText } from "./source-text.js";
import { parseStatement } from "./statements.js";
import { tokenize } from "./tokens.js";

/** All rules of the grammar. */
export const grammar: Grammar = { ...expressionRules, statement: parseStatement };

/**
 * Parses a Python module, of any version up to 3.14.
 *
 * @param bytes - the file as it is on disk.
 * @throws PythonSyntaxError when it cannot be decoded or is not Python; nothing else is ever thrown.
 */
export function parseModule(bytes: Uint8Array): Module {
  const source = new SourceText(decodeSource(bytes));
  const { tokens, unclosed } = tokenize(source);
  const cursor = new Cursor(source, tokens, grammar);
  const body = unclosed === undefined ? parseBody(cursor) : refuseUnclosed(cursor, unclosed);
  return { text: source.text, docstring: docstringOf(body), body };
}

function parseBody(cursor: Cursor): readonly Statement[] {
  const statements: Statement[] = [];
  while (!cursor.atKind("end")) for (const statement of parseStatement(cursor)) statements.push(statement);
  return statements;
}

/**
 * A bracket that is never closed makes nonsense of the lines after it: as in CPython, it is what is reported then. An
 * error in its own line, or before it, is the nearer cause.
 */
function refuseUnclosed(cursor: Cursor, unclosed: OpenBracket): never {
  const unclosedError = cursor.source.error(`'${unclosed.text}' was never closed`, unclosed.offset);
  try {
    parseBody(cursor);
  } catch (error) {
    const isNearer = cursor.token.line <= unclosedError.line && !cursor.atKind("newline");
    if (isNearer) throw error;
  }
  throw unclosedError;
}
