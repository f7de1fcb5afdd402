import type { Location } from "../../../diagnostics/diagnostic.js";
import { deprecationOf, readDeprecation, withDeprecation } from "../annotations/deprecation.js";
import { readExtra } from "../annotations/field-call.js";
import { refuse, unknownReturn } from "../annotations/problems.js";
import { skipsNone } from "../annotations/serializers.js";
import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import type { Call, Expression, FunctionDef } from "../syntax/nodes.js";
import type { ComputedField, Field } from "../types/definition.js";
import { anything, none, type PythonType } from "../types/python-type.js";
import { methodsOf } from "./class-statements.js";
import type { FieldOwners } from "./collect-fields.js";
import { describe } from "./titles.js";

/** A method with one decorator of pydantic's. */
export interface DecoratedMethod {
  readonly method: FunctionDef;
  /** The decorator's canonical name. */
  readonly name: string;
  /** The decorator, where it is called. */
  readonly call: Call | undefined;
  readonly context: Context;
}

/** The methods of a class and its bases that pydantic's decorators mark, base first. */
export function decoratedMethods({ order, variables }: FieldOwners, context: Context): readonly DecoratedMethod[] {
  return [...order].reverse().flatMap((owner) => {
    const typeVariables = variables.get(owner.definition) ?? new Map();
    const inner: Context = { ...context, scope: owner.body(), typeVariables, within: undefined };
    return methodsOf(owner.definition.body).flatMap((method) => decorators(method, owner, inner));
  });
}

function decorators(method: FunctionDef, owner: ClassBinding, context: Context): readonly DecoratedMethod[] {
  return method.decorators.flatMap((decorator) => {
    const call = decorator.kind === "Call" ? decorator : undefined;
    const name = externalName(call?.func ?? decorator, owner.body());
    return name?.startsWith("pydantic.") === true ? [{ method, name, call, context }] : [];
  });
}

/** The computed fields of a model. */
export function computedFields(methods: readonly DecoratedMethod[], context: Context): readonly ComputedField[] {
  const marked = methods.filter((candidate) => candidate.name === "pydantic.computed_field");
  const fields = new Map(marked.map((candidate) => [candidate.method.name, computedField(candidate, context)]));
  return [...fields.values()];
}

function computedField({ method, call, context }: DecoratedMethod, model: Context): ComputedField {
  const given = (name: string): Expression | undefined => (call === undefined ? undefined : argument(call, name));
  const text = (name: string): string | undefined => {
    const expression = given(name);
    return expression === undefined ? undefined : asString(context.reader.fold(expression, context));
  };
  const returns = given("return_type") ?? method.returns;
  if (returns === undefined) {
    const why = "a computed field says what it returns";
    refuse(method.name, method.nameSpan, context, why);
  }
  const title = text("title");
  const examples = given("examples");
  const values = examples && context.reader.fold(examples, context);
  const shown = values && toJson(values, true);
  const description = text("description") ?? describe(method.docstring);
  const marked = given("deprecated");
  const deprecation =
    marked === undefined ? deprecationOf(method.decorators, context) : readDeprecation(marked, context);
  return {
    name: method.name,
    alias: text("alias") ?? model.config.aliases?.serialization?.(method.name),
    type: returns === undefined ? anything : context.reader.readType(returns, context),
    keywords: {
      ...(title === undefined ? {} : { title }),
      ...withDeprecation(description === undefined ? {} : { description }, deprecation),
      ...(Array.isArray(shown) ? { examples: shown } : {}),
    },
    extra: readExtra(given("json_schema_extra"), context),
  };
}

/** What a model serializer with a return annotation makes of the whole model. */
export function modelSerialization(methods: readonly DecoratedMethod[]): PythonType | undefined {
  const serializer = methods.findLast((candidate) => candidate.name === "pydantic.model_serializer");
  if (serializer === undefined) return undefined;
  const { method, call, context } = serializer;
  const returns = (call && argument(call, "return_type")) ?? method.returns;
  if (returns === undefined) {
    unknownReturn(`the serializer \`${method.name}\``, method.nameSpan, context);
  }
  return returns && context.reader.readType(returns, context);
}

/** A field as its validators and serializers change its type. */
export function applyFieldMethods(field: Field, methods: readonly DecoratedMethod[]): Field {
  const own = methods.filter((candidate) => namesField(candidate, field.name));
  return own.reduce(applyFieldMethod, field);
}

function namesField({ call, context }: DecoratedMethod, name: string): boolean {
  const names = (call?.args ?? []).map((expression) => asString(context.reader.fold(expression, context)));
  return names.includes(name) || names.includes("*");
}

function applyFieldMethod(field: Field, { name, call, method, context }: DecoratedMethod): Field {
  if (name === "pydantic.field_validator" && call !== undefined) {
    const isPlain = isPlainMode(call, context);
    const place = locate(method.nameSpan, context);
    const validation =
      validatedInput(call, context) ?? (isPlain ? differing(anything, "uncheckedInput", place) : undefined);
    const isChecked = !isPlain || method.returns !== undefined;
    const serialization = isChecked ? field.type : differing(field.type, "uncheckedOutput", place);
    return validation === undefined ? field : { ...field, type: { kind: "modal", validation, serialization } };
  }
  if (name === "pydantic.field_serializer" && call !== undefined) {
    const returns = argument(call, "return_type") ?? method.returns;
    if (returns === undefined) {
      unknownReturn(`the serializer \`${method.name}\``, method.nameSpan, context);
      return field;
    }
    const written = context.reader.readType(returns, context);
    const isSkipped = skipsNone(call, context) && takesNone(field.type);
    return {
      ...field,
      serializesAs: isSkipped ? besideNone(written, field, locate(method.nameSpan, context)) : written,
    };
  }
  return field;
}

/** What a validator takes in, where that is not what the field says. */
function validatedInput(call: Call, context: Context): PythonType | undefined {
  const input = argument(call, "json_schema_input_type");
  if (input !== undefined) return context.reader.readType(input, context);
  return undefined;
}

function isPlainMode(call: Call, context: Context): boolean {
  const mode = argument(call, "mode");
  return mode !== undefined && asString(context.reader.fold(mode, context)) === "plain";
}

function takesNone(type: PythonType): boolean {
  return type.kind === "described" ? takesNone(type.inner) : type.kind === "nullable";
}

/** Pydantic overlooks that the serializer is not asked about `None` where the field has a default. */
function besideNone(written: PythonType, { default: given }: Field, place: Location): PythonType {
  return given.kind === "required"
    ? { kind: "union", members: [none, written] }
    : differing(written, "skippedNone", place);
}
