import type { Context, TypeArgument, TypeVariable } from "../context.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { TypeParam } from "../syntax/nodes.js";
import { anything, type PythonType, union } from "../types/python-type.js";
import { classArguments } from "./class-arguments.js";
import { basesOf } from "./class-bases.js";
import { classKind } from "./class-kind.js";
import { typeParameters } from "./type-parameters.js";

/** What the type variables of a class stand for. */
export type TypeVariables = ReadonlyMap<string, TypeVariable>;

/** Gives the type variables of a class the arguments of a use of it; those of the new syntax also where there are none. */
export function bindVariables(binding: ClassBinding, given: readonly TypeArgument[], context: Context): TypeVariables {
  const variables = new Map<string, TypeVariable>();
  typeParameters(binding).forEach(({ name, identity }, index) => {
    const parameter = binding.definition.typeParams[index];
    const argument = given[index] ?? (parameter && { type: unboundType(parameter, binding.enclosing, context), name });
    if (argument !== undefined) {
      variables.set(name, { ...argument, identity, isOpen: given[index] === undefined });
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
        const given = classArguments(base.binding, classKind(base.binding), base.arguments, inner);
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
    ? union(single.elements.map((constraint) => context.reader.readType(constraint, context)))
    : context.reader.readType(single, context);
}
