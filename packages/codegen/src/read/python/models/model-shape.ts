import { introspecting } from "../annotations/introspecting.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import { type Context, locate } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import { isSchemaMethod } from "../schema-methods.js";
import type { Expression } from "../syntax/nodes.js";
import { bareField, type Field, type ObjectShape, type RootShape } from "../types/definition.js";
import { anything, type PythonType } from "../types/python-type.js";
import { basesOf } from "./class-bases.js";
import { methodsOf } from "./class-statements.js";
import { annotatedAttributes, collectModelFields, type FieldOwners } from "./collect-fields.js";
import { constructionOf } from "./construction.js";
import { applyFieldMethods, computedFields, decoratedMethods, modelSerialization } from "./decorated-methods.js";
import { describeClass } from "./describe-class.js";
import { encodedFields } from "./encoded-fields.js";
import { readField } from "./read-field.js";
import { describe } from "./titles.js";
import { reportUnknownBases } from "./unknown-classes.js";

/** A class as it is used: with its type variables given, and a name that tells its arguments. */
export interface UsedClass {
  readonly binding: ClassBinding;
  readonly owners: FieldOwners;
  /** `Box[int]` */
  readonly title: string;
  /** Whether it has arguments; a class made from a generic one has no docstring of its own. */
  readonly isParametrised: boolean;
}

/** The shape of a pydantic model. */
export function modelShape(used: UsedClass, context: Context): ObjectShape {
  reportCustomSchema(used.owners.order, context);
  reportUnknownBases(used.owners.order, "its fields are left out", context);
  const methods = decoratedMethods(used.owners, context);
  const read = collectModelFields(used.owners, context).map((field) => applyFieldMethods(field, methods));
  return {
    kind: "object",
    title: context.config.title ?? used.title,
    ...describeClass(descriptionOf(used), used.owners.order, context),
    fields: encodedFields(read, used.binding, context),
    computed: computedFields(methods, context),
    additional: additionalOf(used.owners, context),
    serializesAs: modelSerialization(methods),
    defaultsRequired: context.config.defaultsRequired ?? false,
    serializesByAlias: context.config.serializesByAlias ?? false,
    construction: byCall(used, methods, context, []),
  };
}

/** What a call of the class makes, with these fields by position. */
function byCall(
  { owners }: UsedClass,
  methods: ReturnType<typeof decoratedMethods>,
  { config }: Context,
  positional: readonly string[],
): ObjectShape["construction"] {
  return constructionOf({ order: owners.order, methods, config, validates: true, positional });
}

/** The description of a class: its own docstring, never that of a base. */
export function descriptionOf({ binding, isParametrised }: UsedClass): string | undefined {
  return isParametrised ? undefined : describe(binding.definition.docstring);
}

/** The shape of a `RootModel`: its field `root`, or what is in its brackets. */
export function rootShape(used: UsedClass, context: Context): RootShape {
  const methods = decoratedMethods(used.owners, context);
  const field = rootField(used.owners, context);
  return {
    kind: "root",
    title: context.config.title ?? used.title,
    ...describeClass(descriptionOf(used), used.owners.order, context),
    field,
    serializesByAlias: context.config.serializesByAlias ?? false,
    construction: byCall(used, methods, context, ["root"]),
  };
}

function rootField(owners: FieldOwners, context: Context): Field {
  const declared = annotatedAttributes(owners, context).findLast(({ attribute }) => attribute.name === "root");
  if (declared !== undefined) return readField(declared.attribute, declared.inner).field;
  return bareField("root", rootArgument(owners, context));
}

function rootArgument({ order, variables }: FieldOwners, context: Context): PythonType {
  for (const binding of order) {
    const base = basesOf(binding).find(
      (candidate) => candidate.kind === "external" && candidate.name === "pydantic.RootModel",
    );
    const [argument] = base?.arguments ?? [];
    if (argument !== undefined) {
      const typeVariables = variables.get(binding.definition) ?? new Map();
      return context.reader.readType(argument, { ...context, scope: binding.enclosing, typeVariables });
    }
  }
  return anything;
}

/** What further keys may hold: by `extra`, and by the annotation of `__pydantic_extra__`. */
function additionalOf(owners: FieldOwners, context: Context): ObjectShape["additional"] {
  if (context.config.extra === "forbid") return false;
  if (context.config.extra !== "allow") return undefined;
  const typed = annotatedAttributes(owners, context).findLast(
    ({ attribute }) => attribute.name === "__pydantic_extra__",
  );
  const values = typed === undefined ? undefined : valuesOf(typed.attribute.annotation);
  return typed === undefined || values === undefined ? true : context.reader.readType(values, typed.inner);
}

function valuesOf(annotation: Expression): Expression | undefined {
  return annotation.kind === "Subscript" ? subscriptArguments(annotation.slice)[1] : undefined;
}

/** Methods that make a schema would have to be run. */
function reportCustomSchema(order: readonly ClassBinding[], context: Context): void {
  for (const binding of order) {
    const method = methodsOf(binding.definition.body).find((candidate) => isSchemaMethod(candidate.name));
    if (method !== undefined) {
      const message = `What \`${binding.qualifiedName}.${method.name}\` makes cannot be known without running Python; it is left out`;
      context.reader.reporter.warning(
        "TC214",
        message,
        locate(method.nameSpan, context),
        introspecting("use `Field` or `WithJsonSchema`"),
      );
    }
  }
}
