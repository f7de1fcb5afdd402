import type { Context } from "../context.js";
import type { Collection, Dict, Expression } from "../syntax/nodes.js";
import { joinItems } from "./bounds.js";
import { distinct } from "./compare.js";
import type { Constant } from "./constant.js";
import { type Entries, withEntries } from "./entries.js";
import { itemsOf } from "./items.js";

/** The value of a list, tuple, set or dictionary that is written out. */
export function foldDisplay(expression: Collection | Dict, context: Context): Constant | undefined {
  return expression.kind === "Dict" ? dictionary(expression, context) : collection(expression, context);
}

function collection({ type, elements }: Collection, context: Context): Constant | undefined {
  const lists: (readonly Constant[])[] = [];
  for (const element of elements) {
    const found = elementItems(element, context);
    if (found === undefined) return undefined;
    lists.push(found);
  }
  const items = joinItems(lists);
  return items && { kind: "sequence", type, items: type === "set" ? distinct(items) : items };
}

/** One item, or those of `*items`. */
function elementItems(element: Expression, context: Context): readonly Constant[] | undefined {
  const value = context.reader.fold(element.kind === "Starred" ? element.value : element, context);
  if (value === undefined) return undefined;
  return element.kind === "Starred" ? itemsOf(value) : [value];
}

function dictionary({ keys, values }: Dict, context: Context): Constant | undefined {
  const added: (readonly [Constant, Constant])[] = [];
  for (const [index, valueExpression] of values.entries()) {
    const found = entriesOf(keys[index], valueExpression, context);
    if (found === undefined) return undefined;
    for (const entry of found) added.push(entry);
  }
  return { kind: "dict", entries: withEntries([], added) };
}

/** One entry, or those of `**entries`. */
function entriesOf(
  keyExpression: Expression | undefined,
  valueExpression: Expression,
  context: Context,
): Entries | undefined {
  const value = context.reader.fold(valueExpression, context);
  if (keyExpression === undefined) return value?.kind === "dict" ? value.entries : undefined;
  const key = context.reader.fold(keyExpression, context);
  return key === undefined || value === undefined ? undefined : [[key, value]];
}
