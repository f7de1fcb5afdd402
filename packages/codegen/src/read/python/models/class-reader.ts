import { givenType } from "../annotations/given-type.js";
import { introspecting } from "../annotations/introspecting.js";
import { endless, refuse, reportReplaceable, unresolved } from "../annotations/problems.js";
import { selfVariable } from "../annotations/type-variables.js";
import {
  type AliasUse,
  type ClassUse,
  type Context,
  locate,
  locationOf,
  type NamedAlias,
  type Reader,
  type TypeArgument,
  type TypeVariable,
} from "../context.js";
import { differing } from "../honesty/differences.js";
import { resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import { isSchemaMethod } from "../schema-methods.js";
import type { Definition, Shape } from "../types/definition.js";
import { anything, type PythonType } from "../types/python-type.js";
import { classArguments } from "./class-arguments.js";
import { basesOf, externalBases, resolutionOrder } from "./class-bases.js";
import { configAround, configInside, goesByAround, mixtureOf, sharedConfig } from "./class-config.js";
import { type ClassKind, classKind, isModelKind } from "./class-kind.js";
import { methodsOf } from "./class-statements.js";
import { annotatedAttributes } from "./collect-fields.js";
import { construct } from "./construct.js";
import { constructionOf } from "./construction.js";
import { dataclassShape } from "./dataclass-shape.js";
import type { DefinitionStore } from "./definition-store.js";
import { encodedFields } from "./encoded-fields.js";
import { hasScalarMembers } from "./enum-members.js";
import { enumType } from "./enum-shape.js";
import { bindVariables, type TypeVariables, unboundType, variablesOfBases } from "./generics.js";
import { modelShape, rootShape, type UsedClass } from "./model-shape.js";
import { readField } from "./read-field.js";
import { typedDictShape } from "./typed-dict-shape.js";
import { reportAlterations, reportUnknownBases, reportUnknownDecorator } from "./unknown-classes.js";

/** The part of the reader that reads classes and named aliases. */
export type ClassReader = Pick<Reader, "readClass" | "isModel" | "readAlias" | "construct">;

/** The reader of classes. Each class, with each set of arguments and of settings that it goes by, has one definition. */
export function createClassReader(store: DefinitionStore): ClassReader {
  const define = (
    binding: ClassBinding,
    kind: ClassKind,
    given: readonly TypeArgument[],
    context: Context,
  ): Definition | undefined => {
    const isByAround = goesByAround(binding, kind);
    const around = isByAround ? configAround(kind, context.config) : {};
    const { definition, enclosing } = binding;
    return store.define(
      definition,
      { arguments: given, around },
      {
        name: binding.qualifiedName,
        module: enclosing.module.name,
        mixture: isByAround ? mixtureOf(kind, locationOf(definition.nameSpan, enclosing)) : undefined,
        shape: () => readShape(binding, kind, given, define(binding, kind, given, context), context),
      },
    );
  };
  return {
    readClass: (binding, use, context) => {
      const kind = classKind(binding);
      if (kind === "other") return readOther(binding, use, context);
      // What stands in the brackets of a class stands in the class.
      const given = classArguments(binding, kind, use.arguments, {
        ...context,
        config: configInside(binding, kind, context),
      });
      const type = refer(define(binding, kind, given, context), binding.qualifiedName, use, context);
      const isRefused = kind === "enum" && context.config.isStrict === true;
      return isRefused ? differing(type, "strict", locate(use.place, context)) : type;
    },
    isModel: (binding) => isModelKind(classKind(binding)),
    readAlias: (alias, use, context) => refer(defineAlias(store, alias, use, context), alias.name, use, context),
    construct: (binding, given, context) =>
      construct(binding, given, context, (owner, kind, place) => define(owner, kind, [], place)),
  };
}

function refer(
  definition: Definition | undefined,
  name: string,
  { place }: Pick<ClassUse, "place">,
  context: Context,
): PythonType {
  return definition === undefined ? endless(name, place, context) : { kind: "reference", definition };
}

function defineAlias(
  store: DefinitionStore,
  alias: NamedAlias,
  use: AliasUse,
  context: Context,
): Definition | undefined {
  const variables = new Map<string, TypeVariable>();
  alias.parameters.forEach(({ name, identity }, index) => {
    const given = use.arguments[index];
    const unbound =
      typeof identity === "string" ? undefined : { type: unboundType(identity, alias.enclosing, context), name };
    const argument = given ?? unbound;
    if (argument !== undefined) variables.set(name, { ...argument, identity, isOpen: given === undefined });
  });
  const around = sharedConfig(context.config);
  const inner: Context = {
    ...context,
    scope: alias.enclosing,
    config: around,
    typeVariables: variables,
    within: undefined,
  };
  return store.define(
    alias.value,
    { arguments: use.arguments, around },
    {
      name: alias.name,
      module: alias.enclosing.module.name,
      shape: () => ({ kind: "type", type: context.reader.readType(alias.value, inner) }),
    },
  );
}

/** @param self - the definition that the shape is of, for `Self`. */
function readShape(
  binding: ClassBinding,
  kind: ClassKind,
  given: readonly TypeArgument[],
  self: Definition | undefined,
  outer: Context,
): Shape {
  const context: Context = {
    ...outer,
    scope: binding.enclosing,
    config: configInside(binding, kind, outer),
    typeVariables: new Map(),
    within: undefined,
  };
  const order = resolutionOrder(binding);
  const bases = order.flatMap(basesOf).flatMap((base) => (base.kind === "local" ? [base.binding] : []));
  for (const used of [binding, ...bases]) {
    reportReplaceable(used, context.reader);
    reportAlterations(used, context);
  }
  const variables = variablesOfBases(order, bindVariables(binding, given, outer), context);
  const names = given.map((argument) => argument.name).join(", ");
  const { name } = binding.definition;
  const used: UsedClass = {
    binding,
    owners: { order, variables: self === undefined ? variables : withSelf(order, variables, self) },
    title: given.length === 0 ? name : `${name}[${names}]`,
    isParametrised: given.length > 0,
  };
  return shapeOf(used, kind, context);
}

/** The type variables of a class and its bases, with what `Self` means in all of them. */
function withSelf(
  order: readonly ClassBinding[],
  variables: ReadonlyMap<object, TypeVariables>,
  definition: Definition,
): ReadonlyMap<object, TypeVariables> {
  const type: PythonType = { kind: "reference", definition };
  return new Map(
    order.map((owner) => [
      owner.definition,
      new Map([
        ...(variables.get(owner.definition) ?? []),
        [selfVariable, { type, name: definition.shortName, identity: owner.definition, isOpen: false }],
      ]),
    ]),
  );
}

function shapeOf(used: UsedClass, kind: ClassKind, context: Context): Shape {
  switch (kind) {
    case "root-model":
      return rootShape(used, context);
    case "enum":
      return {
        kind: "type",
        type: enumType(used.binding, context),
        hasScalarMembers: hasScalarMembers(externalBases(used.owners.order)),
      };
    case "dataclass":
      return dataclassShape(used, context);
    case "typed-dict":
      return typedDictShape(used, context);
    case "named-tuple":
      return namedTupleShape(used, context);
    default:
      return modelShape(used, context);
  }
}

function namedTupleShape({ binding, owners }: UsedClass, context: Context): Shape {
  const attributes = annotatedAttributes(owners, context);
  const fields = attributes.map(({ attribute, inner }) => readField(attribute, inner).field);
  const positional = fields.map((field) => field.name);
  const making = { order: owners.order, methods: [], config: context.config, validates: false, positional };
  return { kind: "row", fields: encodedFields(fields, binding, context), construction: constructionOf(making) };
}

/** A class that pydantic has no schema for, or none that can be known here. */
function readOther(binding: ClassBinding, use: ClassUse, context: Context): PythonType {
  const given = givenType(`${binding.enclosing.module.name}.${binding.qualifiedName}`, context);
  if (given !== undefined) return given;
  const order = resolutionOrder(binding);
  const custom = order.some((owner) => methodsOf(owner.definition.body).some((method) => isSchemaMethod(method.name)));
  if (custom) {
    const message = `The schema of \`${binding.qualifiedName}\` is created by code and cannot be known without running Python; it becomes \`unknown\``;
    context.reader.reporter.warning(
      "TC214",
      message,
      locate(use.place, context),
      introspecting("use a pydantic model"),
    );
    return anything;
  }
  const foreign = order.map((owner) => foreignBase(owner, context)).find((reported) => reported !== undefined);
  if (foreign !== undefined) return foreign;
  if (reportUnknownBases(order, "it becomes `unknown`", context)) return anything;
  if (reportUnknownDecorator(binding, context)) return anything;
  return refuse(binding.qualifiedName, use.place, context, "the class is not a pydantic model");
}

/** Reports a base that is a class of a library, where it stands; Python's own classes are none that have a schema. */
function foreignBase({ definition, enclosing }: ClassBinding, context: Context): PythonType | undefined {
  for (const given of definition.bases) {
    const base = given.kind === "Subscript" ? given.value : given;
    const meaning = resolve(base, enclosing);
    if (meaning?.kind === "external" && !/^(builtins|typing|abc)\./.test(meaning.name)) {
      return unresolved(base, meaning, { ...context, scope: enclosing, within: undefined });
    }
  }
  return undefined;
}
