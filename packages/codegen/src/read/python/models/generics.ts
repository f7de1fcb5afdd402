import { readTypeArguments } from "../annotations/read-type-arguments.js";
import type { Context, TypeArgument } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { Expression, TypeParam } from "../syntax/nodes.js";
import { anything, type PythonType, union } from "../types/python-type.js";
import { basesOf } from "./class-bases.js";

/** What the type variables of a class stand for. */
export type TypeVariables = ReadonlyMap<string, TypeArgument>;

/** The names of the type variables of a class, in the order of its arguments. */
function typeParameters(binding: ClassBinding): readonly string[] {
  if (binding.definition.typeParams.length > 0) return binding.definition.typeParams.map((parameter) => parameter.name);
  const bases = basesOf(binding);
  const generic = bases.find((base) => base.kind === "external" && /^typing\.(Generic|Protocol)$/.test(base.name));
  const expressions = generic?.arguments ?? bases.flatMap((base) => base.arguments);
  const names = expressions.flatMap((expression) => variableNames(expression, binding));
  return [...new Set(names)];
}

function variableNames(expression: Expression, binding: ClassBinding): readonly string[] {
  switch (expression.kind) {
    case "Name":
      return isTypeVariable(expression, binding) ? [expression.id] : [];
    case "Subscript":
      return [expression.value, expression.slice].flatMap((part) => variableNames(part, binding));
    case "Collection":
      return expression.elements.flatMap((part) => variableNames(part, binding));
    case "BinaryOperation":
      return [expression.left, expression.right].flatMap((part) => variableNames(part, binding));
    default:
      return [];
  }
}

function isTypeVariable(expression: Expression, binding: ClassBinding): boolean {
  const meaning = resolve(expression, binding.enclosing);
  const isCall = meaning?.kind === "assignment" && meaning.value.kind === "Call";
  return (
    isCall && meaning.value.kind === "Call" && externalName(meaning.value.func, meaning.enclosing) === "typing.TypeVar"
  );
}

/** Gives the type variables of a class the arguments of a use of it; those of the new syntax also where there are none. */
export function bindVariables(binding: ClassBinding, given: readonly TypeArgument[], context: Context): TypeVariables {
  const variables = new Map<string, TypeArgument>();
  typeParameters(binding).forEach((name, index) => {
    const parameter = binding.definition.typeParams[index];
    const argument = given[index] ?? (parameter && { type: unboundType(parameter, binding.enclosing, context), name });
    if (argument !== undefined) {
      variables.set(name, argument);
    }
  });
  return variables;
}

/**
 * What the type variables of a class and of each of its bases stand for, where the class is used with these arguments:
 * `class M(Base[int])` gives those of `Base`.
 */
export function variablesOfBases(
  order: readonly ClassBinding[],
  own: TypeVariables,
  context: Context,
): ReadonlyMap<object, TypeVariables> {
  const variables = new Map<object, TypeVariables>();
  const [self] = order;
  if (self !== undefined) {
    variables.set(self.definition, own);
  }
  for (const binding of order) {
    const inner: Context = {
      ...context,
      scope: binding.enclosing,
      typeVariables: variables.get(binding.definition) ?? new Map(),
    };
    for (const base of basesOf(binding)) {
      if (base.kind === "local" && !variables.has(base.binding.definition)) {
        const given = readTypeArguments(base.arguments, inner);
        variables.set(base.binding.definition, bindVariables(base.binding, given, inner));
      }
    }
  }
  return variables;
}

/** A default stands before constraints or a bound: `class Box[T: (int, str)]`. */
export function unboundType({ default: standIn, bound }: TypeParam, scope: Scope, outer: Context): PythonType {
  const context: Context = { ...outer, scope };
  const single = standIn ?? bound;
  if (single === undefined) return anything;
  return single === bound && single.kind === "Collection"
    ? union(single.elements.map((constraint) => context.rooms.readType(constraint, context)))
    : context.rooms.readType(single, context);
}
