import type { Context } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { Call, Expression, Keyword } from "../syntax/nodes.js";
import { unknownValue } from "./problems.js";

/** How many names are followed for one `**settings`; ends circles. */
const mostSteps = 20;

/** A call with the entries of `**settings` in place of it; what cannot be known is reported. */
export function spreadKeywords(call: Call, context: Context): Call {
  const isPlain = call.keywords.every(({ name }) => name !== undefined);
  return isPlain ? call : { ...call, keywords: call.keywords.flatMap((keyword) => spread(keyword, context)) };
}

function spread(keyword: Keyword, context: Context): readonly Keyword[] {
  if (keyword.name !== undefined) return [keyword];
  const entries = keywordsOf(keyword.value, context, 0);
  if (entries === undefined) {
    unknownValue("What is unpacked here", "it is left out", keyword, context);
  }
  return entries ?? [];
}

/**
 * The entries of a dictionary with texts for keys, written out or by name, of a call of `dict` or `ConfigDict`, or of
 * one of these `|` another; `undefined` of anything else. Values are read where the names of the context are.
 */
export function keywordsOf(expression: Expression, context: Context, steps = 0): readonly Keyword[] | undefined {
  if (steps > mostSteps) return undefined;
  const inner = (part: Expression): readonly Keyword[] | undefined => keywordsOf(part, context, steps + 1);
  if (expression.kind === "Call") {
    const name = externalName(expression.func, context.scope);
    const isKnown = name === "builtins.dict" || name === "pydantic.ConfigDict";
    return isKnown
      ? all(expression.keywords.map((keyword) => (keyword.name === undefined ? inner(keyword.value) : [keyword])))
      : undefined;
  }
  if (expression.kind === "Dict") {
    const { values } = expression;
    return all(expression.keys.map((key, index) => entryOf(key, values[index], inner)));
  }
  if (expression.kind === "BinaryOperation" && expression.operator === "|") {
    return all([inner(expression.left), inner(expression.right)]);
  }
  const meaning = resolve(expression, context.scope);
  const isOfThisFile = meaning?.kind === "assignment" && meaning.enclosing.module === context.scope.module;
  return isOfThisFile ? inner(meaning.value) : undefined;
}

function entryOf(
  key: Expression | undefined,
  value: Expression | undefined,
  inner: (part: Expression) => readonly Keyword[] | undefined,
): readonly Keyword[] | undefined {
  if (value === undefined || key === undefined) return value && inner(value);
  return key.kind === "String" ? [{ ...key, name: key.value, value }] : undefined;
}

function all(lists: readonly (readonly Keyword[] | undefined)[]): readonly Keyword[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
