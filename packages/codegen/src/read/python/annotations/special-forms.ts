import { locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import { isRefusedWhereStrict, strictnessOf } from "../honesty/strict.js";
import { bareField, bareObject, type Definition, noExtra } from "../types/definition.js";
import { anything, none, type PythonType, union } from "../types/python-type.js";
import { displayName } from "./display-name.js";
import { literal } from "./literal.js";
import { applyMetadata } from "./metadata.js";
import { behindPiece } from "./metadata-piece.js";
import { notAType, refuse } from "./problems.js";
import { readArgument, readArguments, type TypeBuilder, type TypeExpression } from "./type-expression.js";
import { selfVariable } from "./type-variables.js";

const optional: TypeBuilder = (type) => union([readArgument(type, 0, anything), none]);

const annotated: TypeBuilder = (type) => {
  const [annotation, ...pieces] = type.arguments ?? [];
  const metadata = pieces.map((piece) => behindPiece(piece, type.context));
  const inner = metadata.reduce(applyMetadata, readArgument(type, 0, anything));
  const isStrict = metadata.some(({ expression, context }) => strictnessOf(expression, context) === true);
  const isRefused = isStrict && annotation !== undefined && isRefusedWhereStrict(annotation, type.context);
  return isRefused ? differing(inner, "strict", locate(type.node, type.context)) : inner;
};

/** A wrapper without a meaning of its own: `Required[int]`, `Final[int]`. */
const transparent: TypeBuilder = (type) => readArgument(type, 0, anything);

const jsonText: TypeBuilder = (type): PythonType => {
  const inner = readArgument(type, 0, anything);
  return { kind: "modal", validation: { kind: "json-text", content: inner }, serialization: inner };
};

const jsonValueDefinition: Definition = {
  declared: "pydantic.JsonValue",
  shortName: "JsonValue",
  qualifiedName: "pydantic.types.JsonValue",
  shape: () => ({ kind: "type", type: anything }),
};
const jsonValue: TypeBuilder = () => ({ kind: "reference", definition: jsonValueDefinition });

const baseModelDefinition: Definition = {
  declared: "pydantic.BaseModel",
  shortName: "BaseModel",
  qualifiedName: "pydantic.main.BaseModel",
  shape: () => bareObject("BaseModel", []),
};
const baseModel: TypeBuilder = () => ({ kind: "reference", definition: baseModelDefinition });

/** `RootModel[int]` itself, not a class derived from it. */
const rootModel: TypeBuilder = (type): PythonType => {
  const [argument] = type.arguments ?? [];
  const suffix = argument === undefined ? "" : `[${displayName(argument, type.context)}]`;
  const name = `RootModel${suffix}`;
  // It is a model of its own, which has none of the settings around it.
  const field = bareField("root", readArgument({ ...type, context: { ...type.context, config: {} } }, 0, anything));
  const shape = {
    kind: "root",
    title: name,
    description: undefined,
    field,
    extra: noExtra,
    serializesByAlias: false,
    construction: undefined,
  } as const;
  return {
    kind: "reference",
    definition: { declared: name, shortName: name, qualifiedName: `pydantic.root_model.${name}`, shape: () => shape },
  };
};

/** `InstanceOf[A]` has the schema of A and, unlike A, a title of its own. */
const instanceOf: TypeBuilder = (type): PythonType => {
  const inner = readArgument(type, 0, anything);
  return { kind: "modal", validation: inner, serialization: inner };
};

/** The class around it; outside a class it means nothing. */
const self: TypeBuilder = ({ node, context }) =>
  context.typeVariables.get(selfVariable)?.type ?? notAType(node, context);

/** A type that pydantic has no schema for at all. */
function refused(name: string): TypeBuilder {
  return (type) => refuse(name, type.node, type.context);
}

function withoutSchema(name: string, when: "always" | "serialization"): TypeBuilder {
  return ({ node, context }) => ({ kind: "refused", name, when, location: locate(node, context) });
}

/** The words of `typing` and pydantic that make types of types. Adding one is adding an entry. */
export const specialForms: readonly (readonly [string, TypeBuilder])[] = [
  ["typing.Optional", optional],
  ["typing.Union", (type: TypeExpression): PythonType => union(readArguments(type))],
  ["typing.Annotated", annotated],
  ["typing.Literal", literal],
  ["typing.Self", self],
  ["typing.Final", transparent],
  ["typing.ClassVar", transparent],
  ["typing.Required", transparent],
  ["typing.NotRequired", transparent],
  ["typing.ReadOnly", transparent],
  ["dataclasses.InitVar", transparent],
  ["pydantic.SkipValidation", transparent],
  ["pydantic.SerializeAsAny", transparent],
  ["pydantic.Secret", transparent],
  ["pydantic.OnErrorOmit", transparent],
  ["pydantic.InstanceOf", instanceOf],
  ["pydantic.json_schema.SkipJsonSchema", (): PythonType => ({ kind: "omitted" })],
  ["pydantic.Json", jsonText],
  ["pydantic.JsonValue", jsonValue],
  ["pydantic.BaseModel", baseModel],
  ["pydantic.RootModel", rootModel],
  ["builtins.bytearray", refused("bytearray")],
  ["typing.LiteralString", refused("LiteralString")],
  ["typing.Collection", refused("Collection")],
  ["collections.abc.Collection", refused("Collection")],
  ["typing.Iterator", refused("Iterator")],
  ["collections.abc.Iterator", refused("Iterator")],
  ["typing.AsyncIterator", refused("AsyncIterator")],
  ["collections.abc.AsyncIterator", refused("AsyncIterator")],
  ["typing.Callable", withoutSchema("Callable", "always")],
  ["collections.abc.Callable", withoutSchema("Callable", "always")],
  ["typing.Hashable", withoutSchema("Hashable", "serialization")],
  ["collections.abc.Hashable", withoutSchema("Hashable", "serialization")],
];
