import { asBoolean } from "../constants/constant.js";
import type { Context } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import type { Field, ObjectShape } from "../types/definition.js";
import { annotatedAttributes } from "./collect-fields.js";
import { dictionaryConstruction } from "./construction.js";
import { describeClass } from "./describe-class.js";
import { encodedFields } from "./encoded-fields.js";
import { descriptionOf, type UsedClass } from "./model-shape.js";
import { type ReadField, readField } from "./read-field.js";

/** The shape of a `TypedDict`. */
export function typedDictShape(used: UsedClass, context: Context): ObjectShape {
  const attributes = annotatedAttributes(used.owners, context).filter(
    ({ attribute }) => !attribute.name.startsWith("__"),
  );
  const fields = new Map<string, Field>();
  for (const { attribute, inner, owner } of attributes) {
    fields.set(attribute.name, presence(readField(attribute, inner), isTotal(owner, context)));
  }
  return {
    kind: "object",
    title: context.config.title ?? used.binding.definition.name,
    ...describeClass(descriptionOf({ ...used, isParametrised: false }), [used.binding], context),
    fields: encodedFields([...fields.values()], used.binding, context),
    computed: [],
    additional: additionalOf(used, context),
    serializesAs: undefined,
    defaultsRequired: false,
    serializesByAlias: "inherited",
    construction: dictionaryConstruction,
  };
}

/** A key that need not be there is neither asked for nor always sent. */
export function presence({ field, wrappers }: ReadField, isRequired: boolean): Field {
  const required = wrappers.has("typing.Required") || (isRequired && !wrappers.has("typing.NotRequired"));
  return required ? field : { ...field, default: { kind: "unknown" }, excluded: "sometimes" };
}

function keyword(binding: ClassBinding, name: string): Expression | undefined {
  return binding.definition.keywords.find((candidate) => candidate.name === name)?.value;
}

function isTotal(binding: ClassBinding, context: Context): boolean {
  const total = keyword(binding, "total");
  return total === undefined || asBoolean(context.reader.fold(total, context)) !== false;
}

function additionalOf({ binding }: UsedClass, context: Context): ObjectShape["additional"] {
  const items = keyword(binding, "extra_items");
  const closed = keyword(binding, "closed");
  if (items !== undefined) return context.reader.readType(items, { ...context, scope: binding.enclosing });
  const isClosed = closed !== undefined && asBoolean(context.reader.fold(closed, context)) === true;
  if (isClosed || context.config.extra === "forbid") return false;
  return context.config.extra === "allow" ? true : undefined;
}
