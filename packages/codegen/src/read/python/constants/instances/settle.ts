import type { Construction, Definition } from "../../types/definition.js";
import type { PythonType } from "../../types/python-type.js";
import type { Constant, SequenceConstant } from "../constant.js";
import { conform } from "./conform.js";

/** How deep types are followed. */
const deepest = 50;

/**
 * A value that stands in a field and was not validated, as the field's type writes it: by that type where it fits, and
 * as it is where it does not. `undefined` where only running Python can tell.
 */
export function settle(value: Constant, type: PythonType, model: Construction, depth = 0): Constant | undefined {
  if (depth > deepest) return undefined;
  const inner = (item: Constant, itemType: PythonType): Constant | undefined =>
    settle(item, itemType, model, depth + 1);
  switch (value.kind) {
    case "dict":
      return settleEntries(value, type, inner);
    case "sequence":
      return type.kind === "union" ? conform(value, type, model) : settleItems(value, type, inner);
    default:
      return conform(value, type, model) ?? (isPlain(value) && isPlainType(type) ? value : undefined);
  }
}

type Inner = (value: Constant, type: PythonType) => Constant | undefined;
type DictConstant = Extract<Constant, { kind: "dict" }>;

function settleEntries(value: DictConstant, type: PythonType, inner: Inner): Constant | undefined {
  switch (type.kind) {
    case "mapping": {
      const values = value.entries.map(([key, item]) => [key, inner(item, type.values)] as const);
      const entries = values.flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
      return entries.length === values.length ? { kind: "dict", entries } : undefined;
    }
    case "reference":
      return settleObject(value, type.definition, inner);
    default:
      return passOn(value, type, inner);
  }
}

/** A dictionary is what a `TypedDict` stands for; one in the place of a model is written as it is. */
function settleObject(value: DictConstant, definition: Definition, inner: Inner): Constant | undefined {
  const shape = definition.shape();
  if (shape.kind === "type") return inner(value, shape.type);
  if (shape.kind !== "object" || shape.construction?.isDictionary !== true) {
    return shape.kind === "object" && value.entries.every(([, item]) => isPlain(item)) ? value : undefined;
  }
  const keywords = value.entries.flatMap(([key, item]) => (key.kind === "string" ? [[key.value, item] as const] : []));
  return { kind: "instance", definition, positional: [], keywords: new Map(keywords) };
}

function settleItems(value: SequenceConstant, type: PythonType, inner: Inner): Constant | undefined {
  if (type.kind !== "array" && type.kind !== "tuple") return passOn(value, type, inner);
  const items = value.items.flatMap((item, index) => {
    const itemType = type.kind === "array" ? type.items : type.items[index];
    return itemType === undefined ? [] : (inner(item, itemType) ?? []);
  });
  return items.length === value.items.length ? { ...value, items } : undefined;
}

function passOn(value: Constant, type: PythonType, inner: Inner): Constant | undefined {
  switch (type.kind) {
    case "nullable":
      return inner(value, type.inner);
    case "described":
      return type.changesValues === true ? undefined : inner(value, type.inner);
    case "plain":
      return isPlainType(type) ? value : undefined;
    case "reference": {
      const shape = type.definition.shape();
      return shape.kind === "type" ? inner(value, shape.type) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a type has a form of its own neither for its values nor for those that it does not know. */
function isPlainType(type: PythonType): boolean {
  return type.kind === "plain" && type.schema.format === undefined;
}

function isPlain({ kind }: Constant): boolean {
  return kind === "none" || kind === "bool" || kind === "int" || kind === "float" || kind === "string";
}
