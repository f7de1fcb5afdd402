import { asFieldCall } from "../annotations/metadata.js";
import { behindPiece } from "../annotations/metadata-piece.js";
import { argument } from "../constants/call-arguments.js";
import { asBoolean } from "../constants/constant.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import type { ClassBinding } from "../names/scope.js";
import type { Call, Expression } from "../syntax/nodes.js";
import type { Field, ObjectShape } from "../types/definition.js";
import { checkWritable } from "./check-default.js";
import { hasOwnConfig } from "./class-config.js";
import { dataclassDecorator, isPydanticDataclass } from "./class-kind.js";
import type { Attribute } from "./class-statements.js";
import { annotatedAttributes, isClassVariable } from "./collect-fields.js";
import { constructionOf } from "./construction.js";
import { applyFieldMethods, computedFields, decoratedMethods } from "./decorated-methods.js";
import { describeClass } from "./describe-class.js";
import { encodedFields } from "./encoded-fields.js";
import { descriptionOf, type UsedClass } from "./model-shape.js";
import { peelAnnotation } from "./peel-annotation.js";
import { type ReadField, readField } from "./read-field.js";
import { reportUnknownBases } from "./unknown-classes.js";

/** The shape of a dataclass, of the standard library or of pydantic. */
export function dataclassShape(used: UsedClass, context: Context): ObjectShape {
  reportUnknownBases(used.owners.order, "its fields are left out", context);
  const methods = decoratedMethods(used.owners, context);
  const hasOwn = hasOwnConfig(used.binding);
  // The server goes by the settings around it here, too; the schema does not.
  const extra = hasOwn ? context.config.extra : undefined;
  const validates = isPydanticDataclass(used.binding);
  const making = { order: used.owners.order, methods, config: context.config, validates };
  const read = dataclassFields(used, context);
  return {
    kind: "object",
    title: context.config.title ?? used.binding.definition.name,
    ...describeClass(descriptionOf({ ...used, isParametrised: false }), used.owners.order, context),
    fields: encodedFields(
      read.fields.map((field) => applyFieldMethods(field, methods)),
      used.binding,
      context,
    ),
    computed: computedFields(methods, context),
    additional: extra === "forbid" ? false : extra === "allow" ? true : undefined,
    serializesAs: undefined,
    defaultsRequired: context.config.defaultsRequired ?? false,
    // One of the standard library that has no settings is written as the class around it is.
    serializesByAlias: hasOwn ? (context.config.serializesByAlias ?? false) : "inherited",
    construction: read.positional && constructionOf({ ...making, positional: read.positional }),
  };
}

/** The fields of a dataclass, and those that take arguments by position; `undefined` where that is up to more. */
interface DataclassFields {
  readonly fields: readonly Field[];
  readonly positional: readonly string[] | undefined;
}

/** The fields of the dataclasses among a class and its bases. Those that are given by keyword come last, as in Python. */
function dataclassFields({ owners }: UsedClass, context: Context): DataclassFields {
  const fields = new Map<string, DataclassField>();
  let keywordOwner: ClassBinding | undefined;
  for (const { attribute, inner, owner } of annotatedAttributes(owners, context)) {
    if (dataclassDecorator(owner) === undefined) continue;
    if (isKeywordMarker(attribute.annotation, inner)) {
      keywordOwner = owner;
      continue;
    }
    const read = readField(attribute, inner);
    checkWritable(read.field, attribute, inner);
    if (!isClassVariable(read, attribute)) {
      const isKeywordOnly = isGivenByKeyword(attribute, owner, keywordOwner === owner, inner);
      // A name that is declared again keeps its first place.
      const isListedLast = keywordOfField(attribute, inner) ?? isKeywordOnly;
      fields.set(attribute.name, { ...markInitializer(read, attribute, inner), isKeywordOnly, isListedLast });
    }
  }
  return inOrder([...fields.values()]);
}

/** A field, and how the initializer takes it. */
interface DataclassField {
  readonly field: Field;
  /** Whether it is an argument whose value the field keeps. */
  readonly isPlain: boolean;
  readonly isKeywordOnly: boolean;
  /** Whether pydantic lists it after the others. */
  readonly isListedLast: boolean;
}

function inOrder(all: readonly DataclassField[]): DataclassFields {
  const byPosition = all.filter(({ isKeywordOnly }) => !isKeywordOnly);
  const first = all.filter(({ isListedLast }) => !isListedLast);
  const last = all.filter(({ isListedLast }) => isListedLast);
  return {
    fields: [...first, ...last].map(({ field }) => field),
    positional: all.every(({ isPlain }) => isPlain) ? byPosition.map(({ field }) => field.name) : undefined,
  };
}

/** `_: KW_ONLY`, after which a class takes its fields by keyword. */
function isKeywordMarker(annotation: Expression, context: Context): boolean {
  return peelAnnotation(annotation, context).wrappers.has("dataclasses.KW_ONLY");
}

/** Whether a field is given by keyword only: as itself says, or the class, or a marker before it. */
function isGivenByKeyword({ value }: Attribute, owner: ClassBinding, isMarked: boolean, context: Context): boolean {
  const own = value?.kind === "Call" ? keywordOnly(value, context) : undefined;
  const decorator = dataclassDecorator(owner);
  const ofClass =
    decorator?.kind === "Call" ? keywordOnly(decorator, { ...context, scope: owner.enclosing }) : undefined;
  return own ?? (isMarked || ofClass === true);
}

/** What a call of `Field` says of that: for pydantic it says no where it says nothing, whatever the class says. */
function keywordOfField({ value }: Attribute, context: Context): boolean | undefined {
  const piece = value && behindPiece(value, context);
  const call = piece && asFieldCall(piece.expression, piece.context);
  return call && keywordOnly(call, piece.context) === true;
}

function keywordOnly(call: Call, context: Context): boolean | undefined {
  const given = argument(call, "kw_only");
  return given && asBoolean(context.reader.fold(given, context));
}

/** Says where the initializer alone has a field, or lacks it. */
function markInitializer(
  { field, wrappers }: ReadField,
  { value, place }: Attribute,
  context: Context,
): Pick<DataclassField, "field" | "isPlain"> {
  const given = value?.kind === "Call" ? argument(value, "init") : undefined;
  const isLacking = given !== undefined && asBoolean(context.reader.fold(given, context)) === false;
  const difference = wrappers.has("dataclasses.InitVar") ? "initOnly" : isLacking ? "notInitialized" : undefined;
  const type = difference === undefined ? field.type : differing(field.type, difference, locate(place, context));
  return { field: { ...field, type }, isPlain: difference === undefined && given === undefined };
}
