import { constantDefault } from "../annotations/field-call.js";
import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import { type Context, locate, locationOf, type Reader } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { bareField, bareObject, type Field, type FieldDefault, type Shape } from "../types/definition.js";
import { anything } from "../types/python-type.js";
import { configAround, mixtureOf } from "./class-config.js";
import type { ClassKind } from "./class-kind.js";
import { dictionaryConstruction, rowConstruction } from "./construction.js";
import type { DefinitionStore } from "./definition-store.js";
import { enumMembersOfCall, namesIn } from "./enum-calls.js";
import { hasScalarMembers } from "./enum-members.js";
import { enumSchema, markEnum } from "./enum-shape.js";
import { readField } from "./read-field.js";
import { presence } from "./typed-dict-shape.js";

/** Makes the shape of a class out of the call that makes the class; `undefined` where the call is not understood. */
type CallShape = (name: string, call: Call, context: Context) => Shape | undefined;

/** The reader of calls that make classes. */
export function createClassCallReader(store: DefinitionStore): Reader["readClassCall"] {
  return (expression, context) => {
    if (expression.kind !== "Call") return undefined;
    const maker = classCalls.get(externalName(expression.func, context.scope) ?? "");
    const [first] = expression.args;
    const name = first === undefined ? undefined : asString(context.reader.fold(first, context));
    if (maker === undefined || name === undefined) return undefined;
    const around = configAround(maker.kind, context.config);
    const shape = maker.shape(name, expression, { ...context, config: around });
    if (shape === undefined) return undefined;
    const mixture = mixtureOf(maker.kind, locationOf(expression, context.scope));
    const source = { name, module: context.scope.module.name, mixture, shape: () => shape };
    const definition = store.define(expression, { arguments: [], around }, source);
    return definition && { kind: "reference", definition };
  };
}

const enumeration: CallShape = (name, call, context) => {
  const members = enumMembersOfCall(call, context);
  if (members === undefined) return undefined;
  const maker = externalName(call.func, context.scope) ?? "";
  const isFlag = /^enum\.(Int)?Flag$/.test(maker);
  const type = markEnum(enumSchema(name, undefined, members), members, isFlag, locate(call, context));
  const mixed = argument(call, "type");
  const bases = [maker, mixed === undefined ? "" : (externalName(mixed, context.scope) ?? "")];
  return { kind: "type", type, hasScalarMembers: hasScalarMembers(bases) };
};

function rowOf(fields: readonly Field[]): Shape {
  return { kind: "row", fields, construction: rowConstruction(fields.map((field) => field.name)) };
}

/** `namedtuple("T", "a b", defaults=[1])`: names without types, of which the last have the defaults. */
const namedTuple: CallShape = (_name, call, context) => {
  const given = argument(call, "field_names", 1);
  const constant = given === undefined ? undefined : context.reader.fold(given, context);
  const names = constant === undefined ? undefined : namesIn(constant);
  const isPlain = call.keywords.every(({ name }) => name !== undefined && plainKeywords.has(name));
  const defaults = defaultsOf(argument(call, "defaults"), context);
  if (names === undefined || defaults === undefined || !isPlain || defaults.length > names.length) return undefined;
  const required = names.length - defaults.length;
  return rowOf(
    names.map((name, index) => {
      const standsFor = defaults[index - required];
      return standsFor === undefined ? bareField(name, anything) : { ...bareField(name, anything), default: standsFor };
    }),
  );
};

const plainKeywords: ReadonlySet<string> = new Set(["field_names", "defaults", "module"]);

function defaultsOf(given: Expression | undefined, context: Context): readonly FieldDefault[] | undefined {
  if (given === undefined || (given.kind === "Constant" && given.value === "None")) return [];
  return given.kind === "Collection" && given.type !== "set"
    ? given.elements.map((element) => constantDefault(element, context))
    : undefined;
}

/** `NamedTuple("T", [("a", int)])` */
const typedNamedTuple: CallShape = (_name, call, context) => {
  const given = argument(call, "fields", 1);
  const rows = given?.kind === "Collection" ? given.elements : undefined;
  const fields = rows?.flatMap((row) => {
    const [name, annotation] = row.kind === "Collection" ? row.elements : [];
    return name === undefined || annotation === undefined ? [] : fieldOf(name, annotation, undefined, context);
  });
  return fields && rowOf(fields);
};

/** `TypedDict("T", {"a": int})` */
const typedDict: CallShape = (title, call, context) => {
  const given = argument(call, "fields", 1);
  if (given?.kind !== "Dict") return undefined;
  const total = argument(call, "total");
  const isTotal = !(total?.kind === "Constant" && total.value === "False");
  const fields = given.keys.flatMap((key, index) => {
    const annotation = given.values[index];
    const name = key?.kind === "String" ? key.value : undefined;
    if (name === undefined || annotation === undefined) return [];
    const attribute = { name, annotation, value: undefined, docstring: undefined, place: call };
    return [presence(readField(attribute, context), isTotal)];
  });
  const { extra } = context.config;
  const additional = extra === "forbid" ? false : extra === "allow" ? true : undefined;
  return { ...bareObject(title, fields), additional, construction: dictionaryConstruction };
};

/** `create_model("M", a=(int, ...), b=(str, "x"))` */
const createdModel: CallShape = (title, call, context) => {
  const settings = call.keywords.filter(({ name }) => name === undefined || name.startsWith("__"));
  if (settings.length > 0) return undefined;
  const fields = call.keywords.flatMap(({ name = "", value }) => {
    const isPair = value.kind === "Collection" && value.type === "tuple";
    const [annotation = value, standsFor] = isPair ? value.elements : [value];
    return namedField(name, annotation, standsFor, call, context);
  });
  return bareObject(title, fields);
};

function fieldOf(
  name: Expression,
  annotation: Expression,
  value: Expression | undefined,
  context: Context,
): readonly Field[] {
  return name.kind === "String" ? namedField(name.value, annotation, value, name, context) : [];
}

function namedField(
  name: string,
  annotation: Expression,
  value: Expression | undefined,
  place: Expression,
  context: Context,
): readonly Field[] {
  const attribute = { name, annotation, value, docstring: undefined, place };
  return [readField(attribute, context).field];
}

/** A call that makes a class. */
interface ClassCall {
  readonly kind: ClassKind;
  readonly shape: CallShape;
}

/** The calls that make classes. Adding one is adding an entry. */
const classCalls: ReadonlyMap<string, ClassCall> = new Map([
  ["enum.Enum", { kind: "enum", shape: enumeration }],
  ["enum.IntEnum", { kind: "enum", shape: enumeration }],
  ["enum.StrEnum", { kind: "enum", shape: enumeration }],
  ["enum.Flag", { kind: "enum", shape: enumeration }],
  ["enum.IntFlag", { kind: "enum", shape: enumeration }],
  ["collections.namedtuple", { kind: "named-tuple", shape: namedTuple }],
  ["typing.NamedTuple", { kind: "named-tuple", shape: typedNamedTuple }],
  ["typing.TypedDict", { kind: "typed-dict", shape: typedDict }],
  ["pydantic.create_model", { kind: "model", shape: createdModel }],
]);
