import type { JsonSchemaObject } from "../../../signature.js";
import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import { isReturnKnown } from "../honesty/returns.js";
import { externalName } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { type Constraint, constrain } from "../types/constrain.js";
import { anything, changedByCode, type PythonType, plain } from "../types/python-type.js";
import { withDeprecation } from "./deprecation.js";
import { discriminate } from "./discriminate.js";
import { type FieldSettings, readConstraints, readDiscriminator, readFieldCall } from "./field-call.js";
import { checkKeywords } from "./known-keywords.js";
import { applyUnknown, type MetadataPiece } from "./metadata-piece.js";
import { unknownValue } from "./problems.js";
import { plainSerializer, wrapSerializer } from "./serializers.js";
import { userKeywords } from "./user-keywords.js";

/** What a piece of metadata in `Annotated[…]` does to the type before it. */
type MetadataEffect = (type: PythonType, call: Call, context: Context) => PythonType;

/** The call of `Field` that an expression is, or `undefined`. */
export function asFieldCall(expression: Expression, context: Context): Call | undefined {
  const isField = expression.kind === "Call" && externalName(expression.func, context.scope) === "pydantic.Field";
  return isField ? expression : undefined;
}

/** Applies one piece of metadata of an `Annotated[…]`. */
export function applyMetadata(type: PythonType, { expression: metadata, context }: MetadataPiece): PythonType {
  if (metadata.kind !== "Call") {
    const name = externalName(metadata, context.scope);
    return name === "pydantic.json_schema.SkipJsonSchema"
      ? hide(metadata, context)
      : applyUnknown(type, metadata, context);
  }
  if (asFieldCall(metadata, context) !== undefined) return applySettings(type, readFieldCall(metadata, context));
  checkKeywords(metadata, context);
  const effect = metadataEffects.get(externalName(metadata.func, context.scope) ?? "");
  return effect === undefined ? applyUnknown(type, metadata, context) : effect(type, metadata, context);
}

function hide(metadata: Expression, context: Context): PythonType {
  return differing({ kind: "omitted" }, "hidden", locate(metadata, context));
}

/** Lays what a `Field` says over a type that is no field. */
function applySettings(type: PythonType, settings: FieldSettings): PythonType {
  const tagged = settings.discriminator === undefined ? type : discriminate(type, settings.discriminator);
  const constrained = constrainAll(tagged, settings.constraints);
  const { difference } = settings.extra;
  const keywords: JsonSchemaObject = {
    ...withDeprecation(settings.keywords, settings.deprecation !== undefined && settings.deprecation !== false),
    ...settings.extra.keywords,
  };
  if (Object.keys(keywords).length === 0) return constrained;
  return { kind: "described", inner: constrained, keywords, ...(difference && { difference }) };
}

/** Applies constraints one after the other. */
export function constrainAll(type: PythonType, constraints: readonly Constraint[]): PythonType {
  return constraints.reduce(constrain, type);
}

/** `Gt(0)`: one bound, by position or by keyword. */
function bound(name: string): MetadataEffect {
  return (type, call, context) => constrainAll(type, boundsOf(call, [[name, argument(call, name, 0)]], context));
}

function length(type: PythonType, call: Call, context: Context): PythonType {
  const bounds: [string, Expression | undefined][] = [
    ["min_length", argument(call, "min_length", 0)],
    ["max_length", argument(call, "max_length", 1)],
  ];
  return constrainAll(type, boundsOf(call, bounds, context));
}

function boundsOf(
  call: Call,
  bounds: readonly (readonly [string, Expression | undefined])[],
  context: Context,
): readonly Constraint[] {
  return bounds.flatMap(([name, expression]) => {
    const constant = expression === undefined ? undefined : context.reader.fold(expression, context);
    const value = constant === undefined ? undefined : toJson(constant, true);
    if (expression !== undefined && value === undefined) {
      unknownValue(`The constraint \`${name}\``, "it is left out", call, context);
    }
    return value === undefined || value === null ? [] : [{ name, value }];
  });
}

const keywordConstraints: MetadataEffect = (type, call, context) => constrainAll(type, readConstraints(call, context));

/** Constraints of a text; it may also be stripped, or changed in case. */
export function constrainText(type: PythonType, call: Call, context: Context): PythonType {
  const isRewritten = rewritingKeywords.some((name) => argument(call, name) !== undefined);
  return constrainAll(isRewritten ? changedByCode(type) : type, readConstraints(call, context));
}

const rewritingKeywords = ["strip_whitespace", "to_upper", "to_lower"];

/** A validator that may take something else in than the type says. */
const takesIn: MetadataEffect = (type, call, context) => {
  const input = argument(call, "json_schema_input_type");
  const validation = input && context.reader.readType(input, context);
  return changedByCode(validation === undefined ? type : { kind: "modal", validation, serialization: type });
};

/** A validator that takes the place of the type: what it takes and gives is up to it. */
const replaces: MetadataEffect = (type, call, context) => {
  const input = argument(call, "json_schema_input_type");
  const place = locate(call, context);
  const validation =
    input === undefined ? differing(anything, "uncheckedInput", place) : context.reader.readType(input, context);
  const isChecked = isReturnKnown(argument(call, "func", 0), context);
  const serialization = isChecked ? type : differing(type, "uncheckedOutput", place);
  return changedByCode({ kind: "modal", validation, serialization });
};

/** A validator that may change what it takes in. */
const changes: MetadataEffect = (type) => changedByCode(type);

const replaceSchema: MetadataEffect = (type, call, context) => {
  const given = argument(call, "json_schema", 0);
  const constant = given === undefined ? undefined : context.reader.fold(given, context);
  const schema = constant && userKeywords(constant, call, context);
  if (schema === undefined) {
    unknownValue("`WithJsonSchema`", "it is left out", call, context);
    return type;
  }
  return inMode(plain(schema), type, argument(call, "mode", 1), context);
};

const examples: MetadataEffect = (type, call, context) => {
  const given = argument(call, "examples", 0);
  const constant = given === undefined ? undefined : context.reader.fold(given, context);
  const values = constant === undefined ? undefined : toJson(constant, true);
  const described: PythonType = Array.isArray(values)
    ? { kind: "described", inner: type, keywords: { examples: values } }
    : type;
  return inMode(described, type, argument(call, "mode", 1), context);
};

function inMode(
  changed: PythonType,
  unchanged: PythonType,
  mode: Expression | undefined,
  context: Context,
): PythonType {
  switch (mode === undefined ? undefined : asString(context.reader.fold(mode, context))) {
    case "validation":
      return { kind: "modal", validation: changed, serialization: unchanged };
    case "serialization":
      return { kind: "modal", validation: unchanged, serialization: changed };
    default:
      return changed;
  }
}

const tag: MetadataEffect = (type, call, context) =>
  discriminate(type, readDiscriminator(argument(call, "discriminator", 0), context) ?? "function");

/** What is known of the metadata of types. Adding one is adding an entry. */
export const metadataEffects: ReadonlyMap<string, MetadataEffect> = new Map<string, MetadataEffect>([
  ["annotated_types.Gt", bound("gt")],
  ["annotated_types.Ge", bound("ge")],
  ["annotated_types.Lt", bound("lt")],
  ["annotated_types.Le", bound("le")],
  ["annotated_types.MultipleOf", bound("multiple_of")],
  ["annotated_types.MinLen", bound("min_length")],
  ["annotated_types.MaxLen", bound("max_length")],
  ["annotated_types.Len", length],
  ["annotated_types.Interval", keywordConstraints],
  ["pydantic.StringConstraints", constrainText],
  ["pydantic.Discriminator", tag],
  ["pydantic.BeforeValidator", takesIn],
  ["pydantic.WrapValidator", takesIn],
  ["pydantic.PlainValidator", replaces],
  ["pydantic.AfterValidator", changes],
  ["pydantic.PlainSerializer", plainSerializer],
  ["pydantic.WrapSerializer", wrapSerializer],
  ["pydantic.WithJsonSchema", replaceSchema],
  ["pydantic.json_schema.WithJsonSchema", replaceSchema],
  ["pydantic.json_schema.Examples", examples],
  ["pydantic.json_schema.SkipJsonSchema", (_type, call, context): PythonType => hide(call, context)],
]);
