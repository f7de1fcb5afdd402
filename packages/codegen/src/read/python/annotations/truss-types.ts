import { type Context, locate } from "../context.js";
import type { ExternalName } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { introspecting } from "./introspecting.js";
import { printName } from "./type-expression.js";
import { sayingWhat } from "./unresolved-advice.js";

/**
 * Reports a model of truss's own, as `EngineBuilderLLMInput`: what it holds differs between versions of truss.
 * `undefined` of anything else.
 */
export function ofTruss(expression: Expression, { name }: ExternalName, context: Context): PythonType | undefined {
  if (!name.startsWith("truss_chains.")) return undefined;
  const message = `The type \`${printName(expression)}\` is truss's own, differs between its versions and becomes \`unknown\``;
  const help = introspecting(sayingWhat(name, context).replace(/^or /, ""));
  context.reader.reporter.warning("TC210", message, locate(expression, context), help);
  return anything;
}
