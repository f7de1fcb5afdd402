import { subscriptArguments } from "../annotations/type-arguments.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";

/** To truss an `Iterator` is as good as an `AsyncIterator`: what counts is that the method is async. */
const iterators: ReadonlySet<string> = new Set(
  ["AsyncIterator", "Iterator"].flatMap((name) => [`typing.${name}`, `collections.abc.${name}`]),
);

/** Whether an annotation is an iterator, with or without its item: what truss streams. */
export function isIterator(annotation: Expression, outer: Context): boolean {
  const { expression, context } = behindName(annotation, outer);
  const origin = expression.kind === "Subscript" ? expression.value : expression;
  return iterators.has(externalName(origin, context.scope) ?? "");
}

/** The name of what an iterator gives, `"unknown"` where it has none; `undefined` where the annotation is no iterator. */
export function iteratedItem(annotation: Expression, outer: Context): string | undefined {
  if (!isIterator(annotation, outer)) return undefined;
  const { expression, context } = behindName(annotation, outer);
  const [item] = expression.kind === "Subscript" ? subscriptArguments(expression.slice) : [];
  return (item === undefined ? undefined : externalName(item, context.scope)) ?? "unknown";
}
