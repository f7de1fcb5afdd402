import { argument } from "../constants/call-arguments.js";
import type { Context } from "../context.js";
import type { Field, ObjectShape } from "../types/definition.js";
import { dataclassDecorator } from "./class-kind.js";
import { annotatedAttributes, isClassVariable } from "./collect-fields.js";
import type { ModelConfig } from "./config.js";
import { applyFieldMethods, computedFields, decoratedMethods, isConstructible } from "./decorated-methods.js";
import { descriptionOf, type UsedClass } from "./model-shape.js";
import { readConfig, readConfigArgument } from "./read-config.js";
import { readField } from "./read-field.js";

/** The shape of a dataclass, of the standard library or of pydantic. */
export function dataclassShape(used: UsedClass, outer: Context): ObjectShape {
  const context: Context = { ...outer, config: dataclassConfig(used, outer) };
  const methods = decoratedMethods(used.owners, context);
  const { extra } = context.config;
  return {
    kind: "object",
    title: context.config.title ?? used.binding.definition.name,
    description: descriptionOf({ ...used, isParametrised: false }),
    fields: dataclassFields(used, context).map((field) => applyFieldMethods(field, methods)),
    computed: computedFields(methods, context),
    additional: extra === "forbid" ? false : extra === "allow" ? true : undefined,
    extra: context.config.extraSchema ?? {},
    serializesAs: undefined,
    defaultsRequired: context.config.defaultsRequired ?? false,
    constructible: isConstructible(methods, used.owners),
  };
}

function dataclassConfig({ binding, owners }: UsedClass, context: Context): ModelConfig {
  const decorator = dataclassDecorator(binding);
  const given = decorator?.kind === "Call" ? argument(decorator, "config") : undefined;
  const declared = readConfig(owners.order, context);
  return { ...declared, ...readConfigArgument(given, { ...context, scope: binding.enclosing }) };
}

/** The fields of the dataclasses among a class and its bases; a name that is declared again keeps its first place. */
function dataclassFields({ owners }: UsedClass, context: Context): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const { attribute, inner, owner } of annotatedAttributes(owners, context)) {
    if (dataclassDecorator(owner) !== undefined) {
      const read = readField(attribute, inner);
      if (!isClassVariable(read, attribute) && !read.wrappers.has("dataclasses.KW_ONLY")) {
        fields.set(attribute.name, read.field);
      }
    }
  }
  return [...fields.values()];
}
