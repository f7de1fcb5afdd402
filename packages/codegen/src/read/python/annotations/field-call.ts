import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import { argument } from "../constants/call-arguments.js";
import { asBoolean, asNumber, asString, type Constant, stringConstant } from "../constants/constant.js";
import { encodeBySettings } from "../constants/encode.js";
import { foldFactory } from "../constants/fold-factory.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { differenceOf } from "../honesty/differences.js";
import { changesType } from "../honesty/extra.js";
import { externalName } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { type Constraint, constraintNames } from "../types/constrain.js";
import { type Extra, type Field, type FieldDefault, noExtra } from "../types/definition.js";
import { type Deprecation, readDeprecation } from "./deprecation.js";
import { checkKeywords, fieldKeywords } from "./known-keywords.js";
import { keywordsOutsideSchema, withNewNames } from "./old-keywords.js";
import { unknownValue } from "./problems.js";
import { spreadKeywords } from "./spread-keywords.js";
import { userKeywords } from "./user-keywords.js";

/** What a call of `Field` says. A member left out says nothing, and an earlier `Field` of the same field stands. */
export interface FieldSettings {
  readonly default?: FieldDefault;
  readonly alias?: string;
  /** At 1 an alias gives way to what an alias generator makes. */
  readonly aliasPriority?: number;
  /** `false` where a validation alias is given that is no single key. */
  readonly validationAlias?: string | false;
  readonly serializationAlias?: string;
  readonly keywords: JsonSchemaObject;
  readonly deprecation?: Deprecation;
  readonly extra: Extra;
  readonly constraints: readonly Constraint[];
  readonly discriminator?: { readonly field: string } | "function";
  readonly excluded?: Field["excluded"];
  readonly validatesDefault?: boolean;
  readonly hasOtherAliases?: boolean;
}

/** Reads a call of `Field`. */
export function readFieldCall(written: Call, context: Context): FieldSettings {
  const call = withNewNames(spreadKeywords(written, context));
  checkKeywords(call, context);
  const validation = argument(call, "validation_alias");
  const found = readDefault(call, context);
  const discriminator = readDiscriminator(argument(call, "discriminator"), context);
  const excluded = readExclusion(call, context);
  const deprecation = readDeprecation(argument(call, "deprecated"), context);
  const priority = asNumber(constant(argument(call, "alias_priority"), "The priority of the alias", context));
  return {
    ...(found === undefined ? {} : { default: found }),
    ...optional("alias", text(argument(call, "alias"), "The alias", context)),
    ...(priority === undefined ? {} : { aliasPriority: priority }),
    ...(validation === undefined ? {} : { validationAlias: readValidationAlias(validation, context) }),
    ...optional("serializationAlias", text(argument(call, "serialization_alias"), "The alias", context)),
    keywords: readKeywords(call, context),
    ...(deprecation === undefined ? {} : { deprecation }),
    extra: readFieldExtra(call, context),
    constraints: readConstraints(call, context),
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(argument(call, "validate_default") === undefined ? {} : { validatesDefault: true }),
    ...(validation !== undefined && hasOtherAliases(validation, context) ? { hasOtherAliases: true } : {}),
  };
}

/** Lays a later `Field` over an earlier one, as pydantic merges them. */
export function mergeSettings(earlier: FieldSettings, later: FieldSettings): FieldSettings {
  return {
    ...earlier,
    ...later,
    keywords: { ...earlier.keywords, ...later.keywords },
    extra: mergeExtra(earlier.extra, later.extra),
    constraints: [...earlier.constraints, ...later.constraints],
  };
}

function mergeExtra(earlier: Extra, later: Extra): Extra {
  return {
    keywords: { ...earlier.keywords, ...later.keywords },
    difference: later.difference ?? earlier.difference,
  };
}

/** What says nothing. */
export const noSettings: FieldSettings = { keywords: {}, extra: noExtra, constraints: [] };

/** The default that an expression stands for; one that is not known is reported. */
export function constantDefault(expression: Expression, context: Context, what = "The default"): FieldDefault {
  if (expression.kind === "Constant" && expression.value === "...") return { kind: "required" };
  const folded = context.reader.fold(expression, context);
  if (folded === undefined) {
    unknownValue(what, "it is left out of the types", expression, context);
    return { kind: "unknown" };
  }
  const value = encodeBySettings(folded, context.config);
  const reportLoss = (): void => unknownValue(what, "it is left out of the types", expression, context);
  return value.kind === "opaque" ? { kind: "unknown" } : { kind: "constant", value, reportLoss };
}

function optional<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  const members: { [key in Name]?: string } = {};
  if (value !== undefined) {
    members[name] = value;
  }
  return members;
}

function readDefault(call: Call, context: Context): FieldDefault | undefined {
  const factory = argument(call, "default_factory");
  if (factory !== undefined) return { kind: "made", value: foldFactory(factory, context) };
  const given = argument(call, "default", 0);
  return given === undefined ? undefined : constantDefault(given, context);
}

/** Folds an argument that should be a constant, and reports one that is not. */
function constant(expression: Expression | undefined, what: string, context: Context): Constant | undefined {
  if (expression === undefined) return undefined;
  const value = context.reader.fold(expression, context);
  if (value === undefined) {
    unknownValue(what, "it is left out", expression, context);
  }
  return value;
}

function text(expression: Expression | undefined, what: string, context: Context): string | undefined {
  return asString(constant(expression, what, context));
}

function json(expression: Expression | undefined, what: string, context: Context): JsonValue | undefined {
  const value = constant(expression, what, context);
  return value === undefined ? undefined : toJson(value, true);
}

function readKeywords(call: Call, context: Context): JsonSchemaObject {
  const keywords: JsonSchemaObject = {};
  const generator = argument(call, "field_title_generator");
  if (generator !== undefined) {
    unknownValue("What `field_title_generator` makes", "the title is pydantic's own", generator, context);
  }
  const title = text(argument(call, "title"), "The title", context);
  const description = text(argument(call, "description"), "The description", context);
  const examples = json(argument(call, "examples"), "An example", context);
  if (title !== undefined) {
    keywords.title = title;
  }
  if (description !== undefined) {
    keywords.description = description;
  }
  if (Array.isArray(examples)) {
    keywords.examples = examples;
  }
  return keywords;
}

/** `json_schema_extra`: a dictionary is laid over the schema; a function would have to be run. */
export function readExtra(expression: Expression | undefined, context: Context): Extra {
  if (expression === undefined) return noExtra;
  const value = context.reader.fold(expression, context);
  const extra = value && extraOf(value, expression, context);
  if (extra === undefined && value?.kind !== "none") {
    unknownValue("`json_schema_extra`", "what it adds is left out", expression, context);
  }
  return extra ?? noExtra;
}

function extraOf(value: Constant, place: Expression, context: Context): Extra | undefined {
  const keywords = userKeywords(value, place, context);
  if (keywords === undefined) return undefined;
  const holdsOver = (schema: JsonSchemaObject): boolean => changesType(schema, keywords);
  return { keywords, difference: differenceOf("extra", locate(place, context), { holdsOver }) };
}

/** What a `Field` adds to the schema: keywords that it does not know count where there is no `json_schema_extra`. */
function readFieldExtra(call: Call, context: Context): Extra {
  const given = argument(call, "json_schema_extra");
  if (given !== undefined) return readExtra(given, context);
  const entries = call.keywords.flatMap(({ name, value }) => {
    if (name === undefined || fieldKeywords.includes(name) || keywordsOutsideSchema.includes(name)) return [];
    const read = constant(value, `What \`${name}\` adds to the schema`, context);
    return read === undefined ? [] : [[stringConstant(name), read] as const];
  });
  return (entries.length > 0 && extraOf({ kind: "dict", entries }, call, context)) || noExtra;
}

/** The constraints among the keywords of a call. */
export function readConstraints(call: Call, context: Context): readonly Constraint[] {
  return constraintNames.flatMap((name) => {
    const value = json(argument(call, name), `The constraint \`${name}\``, context);
    return value === undefined || value === null ? [] : [{ name, value }];
  });
}

/** The single key of a validation alias: of several choices the first that is one. */
function readValidationAlias(expression: Expression, context: Context): string | false {
  if (isCallOf("pydantic.AliasChoices", expression, context)) {
    return expression.args.map((choice) => readChoice(choice, context)).find((key) => key !== undefined) ?? false;
  }
  if (isCallOf("pydantic.AliasPath", expression, context)) return false;
  return text(expression, "The alias", context) ?? false;
}

function hasOtherAliases(expression: Expression, context: Context): boolean {
  return ["pydantic.AliasChoices", "pydantic.AliasPath"].some((name) => isCallOf(name, expression, context));
}

/** The key that one of several aliases is; a path of one step is one, too. */
function readChoice(choice: Expression, context: Context): string | undefined {
  const [step, ...more] = isCallOf("pydantic.AliasPath", choice, context) ? choice.args : [choice];
  return step === undefined || more.length > 0 ? undefined : asString(context.reader.fold(step, context));
}

function isCallOf(name: string, expression: Expression, { scope }: Context): expression is Call {
  return expression.kind === "Call" && externalName(expression.func, scope) === name;
}

/** `discriminator="kind"`, or a function that tells the members apart. */
export function readDiscriminator(
  expression: Expression | undefined,
  context: Context,
): FieldSettings["discriminator"] | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === "Call" && externalName(expression.func, context.scope) === "pydantic.Discriminator") {
    return readDiscriminator(argument(expression, "discriminator", 0), context);
  }
  const value = context.reader.fold(expression, context);
  const field = asString(value);
  if (value === undefined) {
    unknownValue("The discriminator", "the members are told apart by a function", expression, context);
  }
  return field === undefined ? "function" : { field };
}

function readExclusion(call: Call, context: Context): Field["excluded"] | undefined {
  const exclude = constant(argument(call, "exclude"), "Whether the field is left out", context);
  if (asBoolean(exclude) === true) return "always";
  if (exclude === undefined && argument(call, "exclude") !== undefined) return "sometimes";
  return argument(call, "exclude_if") === undefined ? undefined : "sometimes";
}
