import { unknownValue } from "../annotations/problems.js";
import type { Context } from "../context.js";
import { locate } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { Statement } from "../syntax/nodes.js";
import type { Field } from "../types/definition.js";
import { checkWritable } from "./check-default.js";
import { resolutionOrder } from "./class-bases.js";
import { type Attribute, attributesOf } from "./class-statements.js";
import type { ModelConfig } from "./config.js";
import type { TypeVariables } from "./generics.js";
import { readConfig } from "./read-config.js";
import { type ReadField, readField } from "./read-field.js";
import { reportUnfinished } from "./unfinished-bases.js";

/** The classes whose fields a class has, with what they are read by. */
export interface FieldOwners {
  /** In method resolution order. */
  readonly order: readonly ClassBinding[];
  readonly variables: ReadonlyMap<object, TypeVariables>;
}

type AnnotatedAttribute = Attribute & { readonly annotation: NonNullable<Attribute["annotation"]> };

/**
 * The fields of a model with those of its bases, base first; one that is declared again keeps its first place.
 * Private names, class variables and what `Final` makes one are none.
 */
export function collectModelFields(owners: FieldOwners, context: Context): readonly Field[] {
  const fields = new Map<string, Field>();
  const [derived] = owners.order;
  for (const { attribute, inner, owner } of attributesBaseFirst(owners, context)) {
    if (attribute.annotation === undefined) {
      reportUnannotated(attribute, fields, inner);
    } else if (isFieldName(attribute.name)) {
      if (derived !== undefined) reportUnfinished(attribute.annotation, owner, derived, inner);
      const read = readField({ ...attribute, annotation: attribute.annotation }, inner);
      checkWritable(read.field, attribute, inner);
      if (isClassVariable(read, attribute)) {
        fields.delete(attribute.name);
      } else {
        fields.set(attribute.name, read.field);
      }
    }
  }
  return [...fields.values()];
}

/** The annotated attributes of a class and its bases, base first, each with the place of its names. */
export function annotatedAttributes(
  owners: FieldOwners,
  context: Context,
): readonly { readonly attribute: AnnotatedAttribute; readonly inner: Context; readonly owner: ClassBinding }[] {
  return attributesBaseFirst(owners, context).flatMap(({ attribute, inner, owner }) => {
    const { annotation } = attribute;
    return annotation === undefined ? [] : [{ attribute: { ...attribute, annotation }, inner, owner }];
  });
}

function attributesBaseFirst(
  { order, variables }: FieldOwners,
  context: Context,
): readonly { readonly attribute: Attribute; readonly inner: Context; readonly owner: ClassBinding }[] {
  return [...order].reverse().flatMap((owner) => {
    const typeVariables = variables.get(owner.definition) ?? new Map();
    const config = owner === order[0] ? context.config : inheritedConfig(owner, context);
    const inner: Context = { ...context, config, scope: owner.body(), typeVariables, within: undefined };
    const attributes = attributesOnce(owner.definition.body);
    for (const attribute of attributes) reportConditional(attribute, inner);
    return attributes.map((attribute) => ({ attribute, inner, owner }));
  });
}

/** The attributes of one body, each once: what is said of a name again is laid over what was said before. */
function attributesOnce(body: readonly Statement[]): readonly Attribute[] {
  const attributes = new Map<string, Attribute>();
  for (const attribute of attributesOf(body)) {
    const { annotation, value, docstring } = attributes.get(attribute.name) ?? {};
    attributes.set(attribute.name, {
      ...attribute,
      annotation: attribute.annotation ?? annotation,
      value: attribute.value ?? value,
      docstring: attribute.docstring ?? docstring,
    });
  }
  return [...attributes.values()];
}

function reportConditional({ name, annotation, place, isConditional }: Attribute, context: Context): void {
  if (isConditional !== true || annotation === undefined) return;
  unknownValue(`Whether the class has \`${name}\``, "it is read as if it did", place, context);
}

/**
 * What the settings are for the fields of a base: its own class has read their docstrings, and where the class that
 * inherits them does without an alias generator, they keep what that of the base made.
 */
function inheritedConfig(owner: ClassBinding, context: Context): ModelConfig {
  const { attributeDocstrings = false, aliases } = readConfig(resolutionOrder(owner), context);
  const { config } = context;
  const isTakenBack = config.aliases !== undefined && Object.keys(config.aliases).length === 0;
  return { ...config, attributeDocstrings, ...(isTakenBack && aliases !== undefined ? { aliases } : {}) };
}

function isFieldName(name: string): boolean {
  return !name.startsWith("_") && name !== "model_config";
}

/** Whether the words around an annotation make it no field. */
export function isClassVariable({ wrappers }: ReadField, attribute: Attribute): boolean {
  return wrappers.has("typing.ClassVar") || (wrappers.has("typing.Final") && attribute.value !== undefined);
}

function reportUnannotated(attribute: Attribute, fields: ReadonlyMap<string, Field>, context: Context): void {
  const { name, value } = attribute;
  const isPlainValue = value !== undefined && value.kind !== "Lambda" && isDataValue(attribute, context);
  if (!isFieldName(name) || !(isPlainValue || fields.has(name))) return;
  const place = { ...attribute.place, end: attribute.place.start + name.length };
  const message = `pydantic refuses the model: \`${name}\` has a value and no annotation`;
  context.reader.reporter.error("TC212", message, locate(place, context), `annotate it, e.g. \`${name}: int = …\``);
}

/** A call or a name may well be a descriptor, a validator or a class, which pydantic leaves alone. */
function isDataValue({ value }: Attribute, context: Context): boolean {
  const isMade = value?.kind === "Call" || value?.kind === "Name" || value?.kind === "Attribute";
  return value !== undefined && !isMade && context.reader.fold(value, context) !== undefined;
}
