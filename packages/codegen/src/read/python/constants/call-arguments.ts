import type { Context } from "../context.js";
import type { Call, Expression, Keyword } from "../syntax/nodes.js";
import type { Constant } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";
import { itemsOf } from "./items.js";

/** Works out the arguments of a call, also those of `*values` and `**settings`; `undefined` where one is not known. */
export function constantArguments(call: Call, context: Context): ConstantArguments | undefined {
  const positional: Constant[] = [];
  for (const expression of call.args) {
    const values = positionalValues(expression, context);
    if (values === undefined) return undefined;
    positional.push(...values);
  }
  const keywords = new Map<string, Constant>();
  for (const keyword of call.keywords) {
    const entries = keywordValues(keyword, context);
    if (entries === undefined) return undefined;
    for (const [name, value] of entries) keywords.set(name, value);
  }
  return { positional, keywords };
}

function positionalValues(expression: Expression, context: Context): readonly Constant[] | undefined {
  const value = context.reader.fold(expression.kind === "Starred" ? expression.value : expression, context);
  return value && (expression.kind === "Starred" ? itemsOf(value) : [value]);
}

function keywordValues(keyword: Keyword, context: Context): readonly (readonly [string, Constant])[] | undefined {
  const value = context.reader.fold(keyword.value, context);
  if (keyword.name !== undefined || value === undefined) {
    return value && keyword.name !== undefined ? [[keyword.name, value]] : undefined;
  }
  const entries = value.kind === "dict" ? value.entries : [];
  const named = entries.flatMap(([key, item]) => (key.kind === "string" ? [[key.value, item] as const] : []));
  return value.kind === "dict" && named.length === entries.length ? named : undefined;
}

/** The values of expressions, or `undefined` where one of them is not known. */
export function foldAll(expressions: readonly Expression[], context: Context): readonly Constant[] | undefined {
  const values: Constant[] = [];
  for (const expression of expressions) {
    const value = context.reader.fold(expression, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The expression given for a parameter, by keyword or at a position. */
export function argument(call: Call, name: string, position?: number): Expression | undefined {
  const keyword = call.keywords.find((candidate) => candidate.name === name);
  return keyword?.value ?? (position === undefined ? undefined : call.args[position]);
}
