import type { Constant } from "../constants/constant.js";
import { itemsOf } from "../constants/items.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import { literalDifference } from "../honesty/values.js";
import { externalName, resolve } from "../names/resolve.js";
import type { Expression, Subscript } from "../syntax/nodes.js";
import { anything, type PythonType, plain } from "../types/python-type.js";
import { sharedType } from "./json-type.js";
import { unknownValue } from "./problems.js";
import { subscriptArguments } from "./type-arguments.js";
import type { TypeBuilder } from "./type-expression.js";

/** `Literal[…]`: one of some values. */
export const literal: TypeBuilder = (type) => {
  const values = allValues(type.arguments ?? [], type.context);
  if (values === undefined) return anything;
  const distinct = new Map(values.map((value) => [JSON.stringify([value.kind, toJson(value, true)]), value]));
  const expected = [...distinct.values()].map((value) => toJson(value, true) ?? null);
  const shared = sharedType([...distinct.values()]);
  const listed = expected.length === 1 ? { const: expected[0] ?? null } : { enum: expected };
  const schema = { ...listed, ...(shared === undefined ? {} : { type: shared }) };
  const inner: PythonType = { ...plain(schema), isExact: true };
  const difference = literalDifference([...distinct.values()]);
  return difference === undefined ? inner : differing(inner, difference, locate(type.node, type.context));
};

/** How deep `Literal`s may be nested; ends circles of aliases. */
const deepestLiteral = 200;

/** Where a reading of the values of a `Literal` is. */
interface Progress {
  readonly depth: number;
  /** The `Literal`s whose values are at hand: aliases of aliases can double each time. */
  readonly read: Set<Expression>;
}

/** The values of a `Literal`; `undefined` where one is not known: a type of the others would refuse what Python takes. */
function allValues(
  parts: readonly Expression[],
  context: Context,
  progress: Progress = { depth: 0, read: new Set() },
): readonly Constant[] | undefined {
  const values = parts.map((part) => literalValues(part, parts.length === 1, context, progress));
  return values.every((value) => value !== undefined) ? values.flat() : undefined;
}

/** @param isAlone - whether nothing else is in the brackets: a tuple there, as in `Literal[NAMES]`, is its items. */
function literalValues(
  argument: Expression,
  isAlone: boolean,
  context: Context,
  { depth, read }: Progress,
): readonly Constant[] | undefined {
  const nested = depth < deepestLiteral ? nestedLiteral(argument, context) : undefined;
  if (nested !== undefined) {
    if (read.has(nested.expression)) return [];
    const inner = allValues(subscriptArguments(nested.expression.slice), nested.context, { depth: depth + 1, read });
    read.add(nested.expression);
    return inner;
  }
  const isUnpacked = argument.kind === "Starred";
  const value = context.reader.fold(isUnpacked ? argument.value : argument, context);
  const isTuple = isAlone && value?.kind === "sequence" && value.type === "tuple";
  const values = value && (isUnpacked || isTuple ? itemsOf(value) : [value]);
  if (values === undefined) unknownValue("A value of `Literal`", "the type becomes `unknown`", argument, context);
  return values;
}

/** `Literal[A, "c"]` where A is another `Literal`: its values are meant. */
function nestedLiteral(
  argument: Expression,
  context: Context,
): { readonly expression: Subscript; readonly context: Context } | undefined {
  const meaning = resolve(argument, context.scope);
  const isAlias = meaning?.kind === "assignment";
  const expression = isAlias ? meaning.value : argument;
  const inner: Context = isAlias ? { ...context, scope: meaning.enclosing } : context;
  if (expression.kind !== "Subscript" || externalName(expression.value, inner.scope) !== "typing.Literal") {
    return undefined;
  }
  return { expression, context: inner };
}
