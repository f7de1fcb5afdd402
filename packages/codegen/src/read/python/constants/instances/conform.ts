import type { JsonSchemaObject } from "../../../../signature.js";
import type { Construction, Definition } from "../../types/definition.js";
import type { MappingType, PlainType, PythonType, TupleType, UnionType } from "../../types/python-type.js";
import type { Constant, ModelInstance, SequenceConstant } from "../constant.js";
import { pathOf } from "../paths.js";
import { floatText } from "../text/float-text.js";
import { toJson } from "../to-json.js";

/** How deep types are followed. */
const deepest = 50;

/**
 * What pydantic makes of a value that it validates for a type: an `int` given for a `float`, a dictionary given for a
 * model. `undefined` where that is not known; a value that pydantic refuses stops the chain itself.
 */
export function conform(value: Constant, type: PythonType, model: Construction, depth = 0): Constant | undefined {
  if (depth > deepest) return undefined;
  const inner = (item: Constant, itemType: PythonType): Constant | undefined =>
    conform(item, itemType, model, depth + 1);
  switch (type.kind) {
    case "plain":
      return conformPlain(value, type, model);
    case "decimal":
      return conformDecimal(value);
    case "array":
      return conformItems(value, (item) => inner(item, type.items), type.unique ? "set" : undefined);
    case "tuple":
      return conformTuple(value, type, inner);
    case "mapping":
      return conformEntries(value, type, inner);
    case "nullable":
      return value.kind === "none" ? value : inner(value, type.inner);
    case "described":
      return type.changesValues === true ? undefined : inner(value, type.inner);
    case "union":
      return conformUnion(value, type, inner);
    case "reference":
      return conformTo(value, type.definition, inner);
    default:
      return undefined;
  }
}

type Inner = (value: Constant, type: PythonType) => Constant | undefined;

function conformItems(
  value: Constant,
  conformItem: (item: Constant, index: number) => Constant | undefined,
  type: SequenceConstant["type"] | undefined,
): Constant | undefined {
  const isList = value.kind === "sequence" && value.type !== "iterable";
  // The items of a set are sent in an order that only running Python can tell.
  if (!isList || ((type ?? value.type) === "set" && value.items.length > 1)) return undefined;
  const items = value.items.map(conformItem);
  return items.every((item) => item !== undefined) ? { kind: "sequence", type: type ?? value.type, items } : undefined;
}

function conformTuple(value: Constant, { items }: TupleType, inner: Inner): Constant | undefined {
  const fits = value.kind === "sequence" && value.items.length === items.length;
  return fits ? conformItems(value, (item, index) => inner(item, items[index] ?? noType), "tuple") : undefined;
}

const noType: PythonType = { kind: "omitted" };

function conformEntries(value: Constant, { keys, values }: MappingType, inner: Inner): Constant | undefined {
  if (value.kind !== "dict") return undefined;
  const entries: (readonly [Constant, Constant])[] = [];
  for (const [key, item] of value.entries) {
    const [conformedKey, conformedItem] = [inner(key, keys), inner(item, values)];
    if (conformedKey === undefined || conformedItem === undefined) return undefined;
    entries.push([conformedKey, conformedItem]);
  }
  return { kind: "dict", entries };
}

/** Only where a member takes the value as it is, it is certain which member pydantic picks. */
function conformUnion(value: Constant, { members }: UnionType, inner: Inner): Constant | undefined {
  const isFlat = value.kind === "sequence" ? value.type !== "set" && value.items.every(isScalar) : isScalar(value);
  return isFlat && members.some((member) => isSame(inner(value, member), value)) ? value : undefined;
}

function isScalar({ kind }: Constant): boolean {
  return /^(none|bool|int|float|string|bytes|text|enum-member|instance)$/.test(kind);
}

function isSame(conformed: Constant | undefined, value: Constant): boolean {
  if (conformed?.kind !== "sequence" || value.kind !== "sequence") return conformed === value;
  const isAlike = conformed.type === value.type && conformed.items.length === value.items.length;
  return isAlike && conformed.items.every((item, index) => item === value.items[index]);
}

/** An instance is one of its class, whatever settings this goes by where it stands. */
function withDefinition(value: ModelInstance, definition: Definition): ModelInstance | undefined {
  if (value.definition === definition) return value;
  return value.definition.declared === definition.declared ? { ...value, definition } : undefined;
}

function conformTo(value: Constant, definition: Definition, inner: Inner): Constant | undefined {
  if (value.kind === "instance") return withDefinition(value, definition);
  const shape = definition.shape();
  switch (shape.kind) {
    case "type":
      return inner(value, shape.type);
    case "root":
      return { kind: "instance", definition, positional: [value], keywords: new Map() };
    case "object":
      return shape.construction?.validates === true ? instanceOf(value, definition) : undefined;
    default:
      return undefined;
  }
}

/** A dictionary with texts for keys is taken for the keywords of a model. */
function instanceOf(value: Constant, definition: Definition): ModelInstance | undefined {
  const entries = value.kind === "dict" ? value.entries : undefined;
  const keywords = entries?.flatMap(([key, item]): [string, Constant][] =>
    key.kind === "string" ? [[key.value, item]] : [],
  );
  return keywords === undefined || keywords.length !== entries?.length
    ? undefined
    : { kind: "instance", definition, positional: [], keywords: new Map(keywords) };
}

function conformDecimal(value: Constant): Constant | undefined {
  const decimal = (text: string): Constant => ({ kind: "text", type: "decimal.Decimal", text });
  switch (value.kind) {
    case "text":
      return value.type === "decimal.Decimal" ? value : undefined;
    case "int":
      return decimal(value.value.toString());
    case "float":
      return Number.isFinite(value.value) ? decimal(floatText(value.value)) : undefined;
    case "string":
      return /^-?\d+(\.\d+)?$/.test(value.value) ? decimal(value.value) : undefined;
    default:
      return undefined;
  }
}

function conformPlain(value: Constant, { schema }: PlainType, model: Construction): Constant | undefined {
  if (isAnything(schema)) return value;
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  if (listed !== undefined) return listed.includes(toJson(value, true) ?? Number.NaN) ? value : undefined;
  if (schema.format !== undefined || schema["contentMediaType"] !== undefined) {
    return conformFormatted(value, schema.format);
  }
  switch (schema.type) {
    case "string":
      return value.kind === "string" && !model.rewritesTexts ? value : undefined;
    case "integer":
      return conformInteger(value);
    case "number":
      return value.kind === "int" ? { kind: "float", value: Number(value.value) } : only(value, "float");
    case "boolean":
      return only(value, "bool");
    case "null":
      return only(value, "none");
    default:
      return undefined;
  }
}

function isAnything(schema: JsonSchemaObject): boolean {
  return Object.keys(schema).length === 0;
}

function only(value: Constant, kind: Constant["kind"]): Constant | undefined {
  return value.kind === kind ? value : undefined;
}

function conformInteger(value: Constant): Constant | undefined {
  if (value.kind === "bool") return { kind: "int", value: value.value ? 1n : 0n };
  const isWhole = value.kind === "float" && Number.isSafeInteger(value.value);
  return isWhole ? { kind: "int", value: BigInt(value.value) } : only(value, "int");
}

/** The class whose instances a format stands for. */
const classOfFormat: ReadonlyMap<string, string> = new Map([
  ["uuid", "uuid.UUID"],
  ["date-time", "datetime.datetime"],
  ["date", "datetime.date"],
  ["time", "datetime.time"],
  ["duration", "datetime.timedelta"],
  ["path", "pathlib.Path"],
  ["password", "pydantic.SecretStr"],
]);

function conformFormatted(value: Constant, format = ""): Constant | undefined {
  if (format === "binary") return only(value, "bytes");
  const isInstance = value.kind === "text" && value.type === classOfFormat.get(format);
  if (isInstance) return value;
  return format === "path" && value.kind === "string" ? pathOf([value]) : undefined;
}
