import { type Context, locate } from "../context.js";
import type { Expression, StringLiteral } from "../syntax/nodes.js";
import { parseModule } from "../syntax/parse.js";
import { PythonSyntaxError } from "../syntax/syntax-error.js";

/** The expression in a string annotation; `undefined`, with a diagnostic, where the string is none. */
export function parseStringAnnotation(literal: StringLiteral, context: Context): Expression | undefined {
  try {
    const [statement, ...more] = parseModule(new TextEncoder().encode(`(${literal.value}\n)`)).body;
    if (statement?.kind === "ExpressionStatement" && more.length === 0) return statement.value;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
  }
  const message = `The annotation ${JSON.stringify(literal.value)} is not a Python expression`;
  context.reader.reporter.error("TC201", message, locate(literal, context), "correct it: Python cannot evaluate it");
  return undefined;
}
