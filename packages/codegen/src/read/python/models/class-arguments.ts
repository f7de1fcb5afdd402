import { displayName } from "../annotations/display-name.js";
import { readTypeArguments } from "../annotations/read-type-arguments.js";
import { openVariable } from "../annotations/type-variables.js";
import type { Context, TypeArgument } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import { anything } from "../types/python-type.js";
import { type ClassKind, isModelKind } from "./class-kind.js";
import { type TypeParameter, typeParameters } from "./type-parameters.js";

/** What the type variables of a class stand for where it is used with these types in brackets; none where it is bare. */
export function classArguments(
  binding: ClassBinding,
  kind: ClassKind,
  given: readonly Expression[],
  context: Context,
): readonly TypeArgument[] {
  if (!isModelKind(kind)) return readTypeArguments(given, context);
  const parameters = typeParameters(binding);
  if (given.length === 0) return sharedArguments(parameters, context);
  if (areOwn(given, parameters, context)) return [];
  const rest = parameters.slice(given.length).map((parameter) => defaultArgument(parameter, context));
  return [...readTypeArguments(given, context), ...rest.filter((argument) => argument !== undefined)];
}

/** Whether a model is given its own type variables, which makes nothing new of it. */
function areOwn(given: readonly Expression[], parameters: readonly TypeParameter[], context: Context): boolean {
  const isOwn = (expression: Expression, index: number): boolean => {
    const identity = openVariable(expression, context);
    return identity !== undefined && identity === parameters[index]?.identity;
  };
  return given.length === parameters.length && given.every(isOwn);
}

/** A bare model takes over what its type variables stand for in the model around it, if that has the same. */
function sharedArguments(parameters: readonly TypeParameter[], context: Context): readonly TypeArgument[] {
  const shared = parameters.map(({ name, identity }) => {
    const around = context.typeVariables.get(name);
    return around?.identity === identity && !around.isOpen ? around : undefined;
  });
  if (shared.every((argument) => argument === undefined)) return [];
  return shared.map((argument, index) => argument ?? { type: anything, name: parameters[index]?.name ?? "" });
}

function defaultArgument({ default: given, enclosing }: TypeParameter, outer: Context): TypeArgument | undefined {
  const context: Context = { ...outer, scope: enclosing };
  return given && { type: context.reader.readType(given, context), name: displayName(given, context) };
}
