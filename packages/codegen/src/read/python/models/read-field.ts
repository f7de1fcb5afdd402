import { withDeprecation } from "../annotations/deprecation.js";
import { discriminate } from "../annotations/discriminate.js";
import {
  constantDefault,
  type FieldSettings,
  mergeSettings,
  noSettings,
  readFieldCall,
} from "../annotations/field-call.js";
import { checkKeywords } from "../annotations/known-keywords.js";
import { applyMetadata, asFieldCall, constrainAll } from "../annotations/metadata.js";
import { behindPiece, makesField } from "../annotations/metadata-piece.js";
import { unknownValue } from "../annotations/problems.js";
import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import { foldFactory } from "../constants/fold-factory.js";
import { type Context, locate } from "../context.js";
import { type DifferenceName, differing } from "../honesty/differences.js";
import { fieldDifferences, lacksNone } from "../honesty/fields.js";
import { isRefusedWhereStrict, strictnessOf } from "../honesty/strict.js";
import { externalName } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";
import type { Field, FieldDefault } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import { checkType } from "./check-default.js";
import type { Attribute } from "./class-statements.js";
import type { ModelConfig } from "./config.js";
import { type PeeledAnnotation, peelAnnotation } from "./peel-annotation.js";
import { describe } from "./titles.js";

/** A field with the words around its annotation, which some kinds of classes give a meaning. */
export interface ReadField {
  readonly field: Field;
  readonly wrappers: ReadonlySet<string>;
}

/** Reads a field of a class: its annotation, its default and all that `Field` says of it. */
export function readField(attribute: Attribute & { readonly annotation: Expression }, context: Context): ReadField {
  const peeled = peelAnnotation(attribute.annotation, context);
  const annotated = readAnnotated(peeled);
  const assigned = readAssigned(attribute.value, context);
  const settings = mergeSettings(annotated.settings, assigned);
  const tagged =
    assigned.discriminator === undefined ? annotated.type : discriminate(annotated.type, assigned.discriminator);
  const documented = context.config.attributeDocstrings === true ? describe(attribute.docstring) : undefined;
  const described = documented === undefined ? settings.keywords : { description: documented, ...settings.keywords };
  const missing: FieldDefault = peeled.wrappers.has("pydantic.OnErrorOmit")
    ? { kind: "unknown" }
    : { kind: "required" };
  const field: Field = {
    name: attribute.name,
    ...aliasesOf(attribute.name, settings, context.config),
    type: constrainAll(tagged, assigned.constraints),
    keywords: withDeprecation(described, settings.deprecation),
    extra: settings.extra,
    default: settings.default ?? missing,
    excluded: settings.excluded ?? "never",
    validatesDefault: settings.validatesDefault ?? context.config.validatesDefaults ?? false,
    hasOtherAliases: settings.hasOtherAliases ?? false,
  };
  checkType(field, attribute, context);
  return { field: markField(field, attribute, peeled, settings, context), wrappers: peeled.wrappers };
}

/** Says of the type of a field what the server does with the field otherwise than its schema says. */
function markField(
  field: Field,
  { value, place }: Attribute,
  peeled: PeeledAnnotation,
  settings: FieldSettings,
  context: Context,
): Field {
  const calls = [...peeled.metadata, ...(value === undefined ? [] : [behindPiece(value, context)])];
  const isStrict = calls.some((call) => strictnessOf(call.expression, call.context) === true);
  const differences = fieldDifferences(field, {
    config: context.config,
    isByPath: settings.hasOtherAliases === true && settings.validationAlias === false,
    isRefusedStrictly: isStrict && isRefusedWhereStrict(peeled.type, peeled.context),
    isOnErrorOmit: peeled.wrappers.has("pydantic.OnErrorOmit"),
    isArray: externalName(peeled.type, peeled.context.scope) === "truss_chains.pydantic_numpy.NumpyArrayField",
  });
  // Whether a type lacks `None` can be told once all types are read.
  const conditions = { holds: () => lacksNone(field.type) };
  const mark = (type: PythonType, difference: DifferenceName): PythonType =>
    differing(type, difference, locate(place, context), difference === "refusedDefault" ? conditions : {});
  return { ...field, type: differences.reduce(mark, field.type) };
}

/** The type of an annotation with its metadata applied, and what the `Field`s among it say. */
function readAnnotated(peeled: PeeledAnnotation): { readonly type: PythonType; readonly settings: FieldSettings } {
  let settings = noSettings;
  let type = peeled.context.reader.readType(peeled.type, peeled.context);
  for (const { expression, context } of peeled.metadata) {
    const call = asFieldCall(expression, context);
    if (call !== undefined) {
      const read = readFieldCall(call, context);
      settings = mergeSettings(settings, read);
      type = read.discriminator === undefined ? type : discriminate(type, read.discriminator);
      type = constrainAll(type, read.constraints);
    } else {
      type = applyMetadata(type, { expression, context });
    }
  }
  return { type, settings };
}

/** What stands after the `=`: a call of `Field`, of `dataclasses.field`, or a plain default. */
function readAssigned(value: Expression | undefined, context: Context): FieldSettings {
  if (value === undefined) return noSettings;
  const piece = behindPiece(value, context);
  const call = asFieldCall(piece.expression, piece.context);
  if (call !== undefined) return readFieldCall(call, piece.context);
  if (value.kind === "Call" && makesField(value, context)) {
    unknownValue("What this says about the field", "its default, its alias and the rest are left out", value, context);
    return { ...noSettings, default: { kind: "unknown" } };
  }
  if (value.kind === "Call" && externalName(value.func, context.scope) === "dataclasses.field") {
    return readDataclassField(value, context);
  }
  return { ...noSettings, default: constantDefault(value, context) };
}

/** `dataclasses.field(default=…, metadata={"title": …})` */
function readDataclassField(call: Parameters<typeof readFieldCall>[0], context: Context): FieldSettings {
  checkKeywords(call, context);
  const metadata = argument(call, "metadata");
  const entries = metadata === undefined ? undefined : context.reader.fold(metadata, context);
  const keywords: Record<string, string> = {};
  for (const [key, value] of entries?.kind === "dict" ? entries.entries : []) {
    const name = asString(key);
    const text = asString(value);
    if ((name === "title" || name === "description") && text !== undefined) {
      keywords[name] = text;
    }
  }
  const given = argument(call, "default");
  const factory = argument(call, "default_factory");
  const standsFor = given === undefined ? undefined : constantDefault(given, context);
  const found: FieldDefault | undefined =
    factory === undefined ? standsFor : { kind: "made", value: foldFactory(factory, context) };
  return { ...noSettings, keywords, ...(found === undefined ? {} : { default: found }) };
}

function aliasesOf(
  name: string,
  settings: FieldSettings,
  config: ModelConfig,
): Pick<Field, "validationAlias" | "serializationAlias"> {
  const generated = config.aliases;
  const isOverruled = settings.aliasPriority === 1 && generated !== undefined;
  const own = isOverruled ? noSettings : settings;
  const validation = own.validationAlias ?? own.alias ?? generated?.validation?.(name);
  return {
    validationAlias: validation === false ? undefined : validation,
    serializationAlias: own.serializationAlias ?? own.alias ?? generated?.serialization?.(name),
  };
}
