import { argument } from "../constants/call-arguments.js";
import type { Context } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { AliasSetting, Field, ObjectShape } from "../types/definition.js";
import { dataclassDecorator, isPydanticDataclass } from "./class-kind.js";
import type { Attribute } from "./class-statements.js";
import { annotatedAttributes, isClassVariable } from "./collect-fields.js";
import type { ModelConfig } from "./config.js";
import { constructionOf } from "./construction.js";
import { applyFieldMethods, computedFields, decoratedMethods } from "./decorated-methods.js";
import { descriptionOf, type UsedClass } from "./model-shape.js";
import { readConfig, readConfigArgument } from "./read-config.js";
import { type ReadField, readField } from "./read-field.js";

/** The shape of a dataclass, of the standard library or of pydantic. */
export function dataclassShape(used: UsedClass, outer: Context): ObjectShape {
  const context: Context = { ...outer, config: dataclassConfig(used, outer) };
  const methods = decoratedMethods(used.owners, context);
  const { extra } = context.config;
  const validates = isPydanticDataclass(used.binding);
  const making = { order: used.owners.order, methods, config: context.config, validates };
  const read = dataclassFields(used, context);
  return {
    kind: "object",
    title: context.config.title ?? used.binding.definition.name,
    description: descriptionOf({ ...used, isParametrised: false }),
    fields: read.fields.map((field) => applyFieldMethods(field, methods)),
    computed: computedFields(methods, context),
    additional: extra === "forbid" ? false : extra === "allow" ? true : undefined,
    extra: context.config.extraSchema ?? {},
    serializesAs: undefined,
    defaultsRequired: context.config.defaultsRequired ?? false,
    serializesByAlias: aliasSetting(used, context),
    construction: read.positional && constructionOf({ ...making, positional: read.positional }),
  };
}

function dataclassConfig({ binding, owners }: UsedClass, context: Context): ModelConfig {
  const decorator = dataclassDecorator(binding);
  const given = decorator?.kind === "Call" ? argument(decorator, "config") : undefined;
  const declared = readConfig(owners.order, context);
  return { ...declared, ...readConfigArgument(given, { ...context, scope: binding.enclosing }) };
}

/** A dataclass of the standard library that has no settings is written as the class around it is. */
function aliasSetting({ binding }: UsedClass, { config }: Context): AliasSetting {
  const hasSettings = isPydanticDataclass(binding) || Object.keys(config).length > 0;
  return hasSettings ? (config.serializesByAlias ?? false) : "inherited";
}

/** The fields of a dataclass, and those that take arguments by position; `undefined` where that is up to more. */
interface DataclassFields {
  readonly fields: readonly Field[];
  readonly positional: readonly string[] | undefined;
}

/** The fields of the dataclasses among a class and its bases; a name that is declared again keeps its first place. */
function dataclassFields({ owners }: UsedClass, context: Context): DataclassFields {
  const fields = new Map<string, Field>();
  let isPlain = true;
  for (const { attribute, inner, owner } of annotatedAttributes(owners, context)) {
    if (dataclassDecorator(owner) !== undefined) {
      const read = readField(attribute, inner);
      isPlain &&= !isSpecial(read, attribute, owner);
      if (!isClassVariable(read, attribute) && !read.wrappers.has("dataclasses.KW_ONLY")) {
        fields.set(attribute.name, read.field);
      }
    }
  }
  return { fields: [...fields.values()], positional: isPlain ? [...fields.keys()] : undefined };
}

/** Whether not every field takes an argument by position and keeps it. */
function isSpecial({ wrappers }: ReadField, { value }: Attribute, owner: ClassBinding): boolean {
  const decorator = dataclassDecorator(owner);
  const isKeywordOnly = decorator?.kind === "Call" && argument(decorator, "kw_only") !== undefined;
  const isMarked = ["init", "kw_only"].some((name) => value?.kind === "Call" && argument(value, name) !== undefined);
  return isKeywordOnly || isMarked || wrappers.has("dataclasses.KW_ONLY") || wrappers.has("dataclasses.InitVar");
}
