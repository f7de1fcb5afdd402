import { endless, refuse, reportReplaceable, unresolved } from "../annotations/problems.js";
import { type ClassUse, type Context, locate, type NamedAlias, type Rooms, type TypeArgument } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import type { Definition, Shape } from "../types/definition.js";
import { anything, type PythonType } from "../types/python-type.js";
import { externalBases, resolutionOrder } from "./class-bases.js";
import { type ClassKind, classKind } from "./class-kind.js";
import { methodsOf } from "./class-statements.js";
import { annotatedAttributes } from "./collect-fields.js";
import { dataclassShape } from "./dataclass-shape.js";
import type { DefinitionStore } from "./definition-store.js";
import { enumType } from "./enum-shape.js";
import { bindVariables, variablesOfBases } from "./generics.js";
import { isSchemaMethod, modelShape, rootShape, type UsedClass } from "./model-shape.js";
import { readField } from "./read-field.js";
import { typedDictShape } from "./typed-dict-shape.js";

/** The part of the rooms that reads classes and named aliases. */
export type ClassRooms = Pick<Rooms, "readClass" | "readAlias" | "constructible">;

/** The reader of classes. Each class, with each set of arguments, has one definition. */
export function createClassReader(store: DefinitionStore): ClassRooms {
  const define = (
    binding: ClassBinding,
    kind: ClassKind,
    given: readonly TypeArgument[],
    context: Context,
  ): Definition | undefined =>
    store.define(binding.definition, given, {
      name: binding.qualifiedName,
      module: binding.enclosing.module.name,
      shape: () => readShape(binding, kind, given, context),
    });
  return {
    readClass: (binding, use, context) => {
      const kind = classKind(binding);
      return kind === "other"
        ? readOther(binding, use, context)
        : refer(define(binding, kind, use.arguments, context), binding.qualifiedName, use, context);
    },
    readAlias: (alias, use, context) => refer(defineAlias(store, alias, use, context), alias.name, use, context),
    constructible: (binding, context) => {
      const kind = classKind(binding);
      return /^(model|root-model|dataclass)$/.test(kind) ? define(binding, kind, [], context) : undefined;
    },
  };
}

function refer(definition: Definition | undefined, name: string, use: ClassUse, context: Context): PythonType {
  return definition === undefined ? endless(name, use.place, context) : { kind: "reference", definition };
}

function defineAlias(
  store: DefinitionStore,
  alias: NamedAlias,
  use: ClassUse,
  context: Context,
): Definition | undefined {
  const variables = new Map<string, TypeArgument>();
  alias.parameters.forEach((name, index) => {
    variables.set(name, use.arguments[index] ?? { type: anything, name });
  });
  const inner: Context = { ...context, scope: alias.enclosing, typeVariables: variables, within: undefined };
  return store.define(alias.value, use.arguments, {
    name: alias.name,
    module: alias.enclosing.module.name,
    shape: () => ({ kind: "type", type: context.rooms.readType(alias.value, inner) }),
  });
}

function readShape(binding: ClassBinding, kind: ClassKind, given: readonly TypeArgument[], outer: Context): Shape {
  const context: Context = {
    ...outer,
    scope: binding.enclosing,
    config: {},
    typeVariables: new Map(),
    within: undefined,
  };
  reportReplaceable(binding, context);
  const order = resolutionOrder(binding);
  const variables = variablesOfBases(order, bindVariables(binding, given, outer), context);
  const names = given.map((argument) => argument.name).join(", ");
  const { name } = binding.definition;
  const used: UsedClass = {
    binding,
    owners: { order, variables },
    title: given.length === 0 ? name : `${name}[${names}]`,
    isParametrised: given.length > 0,
  };
  return shapeOf(used, kind, context);
}

function shapeOf(used: UsedClass, kind: ClassKind, context: Context): Shape {
  switch (kind) {
    case "root-model":
      return rootShape(used, context);
    case "enum":
      return { kind: "type", type: enumType(used.binding, context) };
    case "dataclass":
      return dataclassShape(used, context);
    case "typed-dict":
      return typedDictShape(used, context);
    case "named-tuple": {
      const attributes = annotatedAttributes(used.owners, context);
      return { kind: "row", fields: attributes.map(({ attribute, inner }) => readField(attribute, inner).field) };
    }
    default:
      return modelShape(used, context);
  }
}

/** A class that pydantic has no schema for, or none that can be known here. */
function readOther(binding: ClassBinding, use: ClassUse, context: Context): PythonType {
  const order = resolutionOrder(binding);
  const custom = order.some((owner) => methodsOf(owner.definition.body).some((method) => isSchemaMethod(method.name)));
  if (custom) {
    const message = `The schema of \`${binding.qualifiedName}\` is made by code and cannot be known without running Python; it becomes \`unknown\``;
    context.rooms.reporter.warning("TC214", message, locate(use.place, context), "use a pydantic model");
    return anything;
  }
  const foreign = [...externalBases(order)].find((name) => !/^(builtins|typing|abc)\./.test(name));
  if (foreign !== undefined) {
    const name: Expression = { ...binding.definition.nameSpan, kind: "Name", id: binding.qualifiedName };
    const place: Context = { ...context, scope: binding.enclosing, within: undefined };
    return unresolved(name, { kind: "external", name: foreign, imported: undefined }, place);
  }
  return refuse(binding.qualifiedName, use.place, context, "the class is no pydantic model");
}
