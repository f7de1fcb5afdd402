import { readExtra } from "../annotations/field-call.js";
import { introspecting } from "../annotations/introspecting.js";
import { checkKeywords } from "../annotations/known-keywords.js";
import { unknownValue } from "../annotations/problems.js";
import { keywordsOf } from "../annotations/spread-keywords.js";
import { argument } from "../constants/call-arguments.js";
import { asBoolean, asString, type Constant } from "../constants/constant.js";
import { type Context, locate } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { aliasGenerators } from "./alias-generators.js";
import { attributesOf } from "./class-statements.js";
import type { AliasGenerator, ModelConfig } from "./config.js";

/** The settings of a model: those of its bases with its own laid over them, base first. */
export function readConfig(order: readonly ClassBinding[], context: Context): ModelConfig {
  const configs = [...order].reverse().map((binding) => {
    const inner: Context = { ...context, scope: binding.body() };
    return toConfig(settingsOf(binding, inner), inner);
  });
  return Object.assign({}, ...configs) as ModelConfig;
}

/** The settings of a dataclass: of its decorator's `config`. */
export function readConfigArgument(expression: Expression | undefined, context: Context): ModelConfig {
  return expression === undefined ? {} : toConfig(entriesOf(expression, context), context);
}

type Settings = ReadonlyMap<string, Expression>;

/** What a class says of its configuration: `model_config`, keywords in its head, or a class `Config` of old. */
function settingsOf(binding: ClassBinding, context: Context): Settings {
  const settings = new Map<string, Expression>();
  const { definition } = binding;
  for (const keywords of [definition.keywords, ...configDecorators(binding).map(({ keywords }) => keywords)]) {
    for (const { name, value } of keywords) {
      const entries: Settings = name === undefined ? entriesOf(value, context) : new Map([[name, value]]);
      for (const [setting, expression] of entries) settings.set(setting, expression);
    }
  }
  for (const attribute of attributesOf(definition.body)) {
    if (/^(model_config|__pydantic_config__)$/.test(attribute.name) && attribute.value !== undefined) {
      for (const [name, value] of entriesOf(attribute.value, context)) {
        settings.set(name, value);
      }
    }
  }
  const old = binding.body().names.get("Config");
  if (old?.kind === "class") {
    for (const { name, value } of attributesOf(old.definition.body)) {
      if (value !== undefined) {
        settings.set(name, value);
      }
    }
  }
  return settings;
}

/** The calls `@with_config(…)` of a dataclass or a `TypedDict`, with the entries of a dictionary among their keywords. */
export function configDecorators({ definition, enclosing }: ClassBinding): readonly Call[] {
  return definition.decorators.flatMap((decorator): readonly Call[] => {
    if (decorator.kind !== "Call" || externalName(decorator.func, enclosing) !== "pydantic.with_config") return [];
    const given = argument(decorator, "config", 0);
    return [
      given === undefined ? decorator : { ...decorator, keywords: [{ ...given, name: undefined, value: given }] },
    ];
  });
}

/** The entries of `ConfigDict(…)` or of a dictionary; what cannot be known is reported. */
function entriesOf(expression: Expression, context: Context): Settings {
  const keywords = keywordsOf(expression, context);
  if (keywords === undefined) {
    unknownValue("The settings of the class", "it is read without them", expression, context);
  }
  checkKeywords({ func: expression, keywords: keywords ?? [] }, context, "pydantic.ConfigDict");
  return new Map((keywords ?? []).flatMap(({ name, value }) => (name === undefined ? [] : [[name, value]])));
}

/** The settings that change texts when they are validated. */
const textSettings = ["str_strip_whitespace", "str_to_lower", "str_to_upper"];

function toConfig(settings: Settings, context: Context): ModelConfig {
  const text = (name: string): string | undefined => asString(fold(name, settings, context));
  const flag = (name: string): boolean | undefined => asBoolean(fold(name, settings, context));
  const aliases = readAliases(settings.get("alias_generator"), context);
  const extra = text("extra");
  const moments = text("ser_json_temporal");
  const config: { -readonly [Key in keyof ModelConfig]: ModelConfig[Key] | undefined } = {
    extra: extra === "allow" || extra === "forbid" || extra === "ignore" ? extra : undefined,
    title: text("title"),
    aliases,
    bytesAs: oneOf(text("ser_json_bytes"), ["utf8", "base64", "hex"]),
    bytesFrom: oneOf(text("val_json_bytes"), ["utf8", "base64", "hex"]),
    infinityAs: oneOf(text("ser_json_inf_nan"), ["null", "constants", "strings"]),
    momentsAsNumbers: moments === undefined ? undefined : moments !== "iso8601",
    isStrict: flag("strict"),
    durationsAs: oneOf(text("ser_json_timedelta"), ["iso8601", "float"]),
    attributeDocstrings: flag("use_attribute_docstrings"),
    defaultsRequired: flag("json_schema_serialization_defaults_required"),
    serializesByAlias: flag("serialize_by_alias"),
    acceptsAliases: flag("validate_by_alias"),
    acceptsNames: flag("validate_by_name") ?? flag("populate_by_name"),
    rewritesTexts: textSettings.some((name) => settings.has(name)) ? true : undefined,
    validatesDefaults: flag("validate_default"),
    encodesByCode: settings.has("json_encoders") ? true : undefined,
    extraSchema: settings.has("json_schema_extra") ? readExtra(settings.get("json_schema_extra"), context) : undefined,
  };
  reportGenerators(settings, context);
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function oneOf<Value extends string>(text: string | undefined, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

function fold(name: string, settings: Settings, context: Context): Constant | undefined {
  const expression = settings.get(name);
  const value = expression === undefined ? undefined : context.reader.fold(expression, context);
  if (expression !== undefined && value === undefined) {
    unknownValue(`The setting \`${name}\``, "the class is read without it", expression, context);
  }
  return value;
}

/** Functions that make titles would have to be run. */
function reportGenerators(settings: Settings, context: Context): void {
  for (const name of ["model_title_generator", "field_title_generator"]) {
    const value = settings.get(name);
    if (value !== undefined) {
      unknownValue(`What \`${name}\` makes`, "titles are pydantic's own", value, context);
    }
  }
}

function readAliases(expression: Expression | undefined, context: Context): ModelConfig["aliases"] {
  if (expression === undefined) return undefined;
  if (isNone(expression)) return {};
  const isCombined =
    expression.kind === "Call" && externalName(expression.func, context.scope) === "pydantic.AliasGenerator";
  if (!isCombined) {
    const both = generator(expression, context);
    return both === undefined ? undefined : { validation: both, serialization: both };
  }
  const both = argument(expression, "alias");
  const validation = generator(argument(expression, "validation_alias") ?? both, context);
  const serialization = generator(argument(expression, "serialization_alias") ?? both, context);
  return {
    ...(validation === undefined ? {} : { validation }),
    ...(serialization === undefined ? {} : { serialization }),
  };
}

function generator(expression: Expression | undefined, context: Context): AliasGenerator | undefined {
  if (expression === undefined) return undefined;
  const known = aliasGenerators.get(externalName(expression, context.scope) ?? "");
  if (known === undefined && !isNone(expression)) {
    context.reader.reporter.error(
      "TC214",
      "The keys that this alias generator creates cannot be known without running Python",
      locate(expression, context),
      introspecting("use a generator of `pydantic.alias_generators`, give each field its alias"),
    );
  }
  return known;
}

function isNone(expression: Expression): boolean {
  return expression.kind === "Constant" && expression.value === "None";
}
