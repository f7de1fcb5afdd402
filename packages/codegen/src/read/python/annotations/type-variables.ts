import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import type { AliasParameter, Context, TypeArgument, TypeVariable } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { Scope } from "../names/scope.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { anything, type PythonType, union } from "../types/python-type.js";

/** The name under which a class is among its own type variables, for `Self`. */
export const selfVariable = "typing.Self";

/** A name that a call of `TypeVar` is assigned to. */
export interface AssignedVariable {
  readonly call: Call;
  readonly enclosing: Scope;
  /** What it has in common with no variable of another file or name. */
  readonly identity: string;
}

/** The type variable that a name is assigned; `undefined` for any other expression. */
export function assignedVariable(expression: Expression, scope: Scope): AssignedVariable | undefined {
  const meaning = resolve(expression, scope);
  if (meaning?.kind !== "assignment" || meaning.value.kind !== "Call") return undefined;
  const { name, value: call, enclosing } = meaning;
  if (externalName(call.func, enclosing) !== "typing.TypeVar") return undefined;
  return { call, enclosing, identity: `${enclosing.module.path}:${enclosing.qualifiedName}:${name}` };
}

/** The name that a type variable goes by where it is used. */
export function variableName(expression: Expression): string | undefined {
  if (expression.kind === "Name") return expression.id;
  return expression.kind === "Attribute" ? expression.attr : undefined;
}

/** What a type variable stands for where it is used, if it stands for something. Another file's may have its name. */
export function boundVariable(expression: Expression, context: Context): TypeVariable | undefined {
  const name = variableName(expression);
  const bound = name === undefined ? undefined : context.typeVariables.get(name);
  if (bound === undefined) return undefined;
  const isSame =
    typeof bound.identity === "string"
      ? assignedVariable(expression, context.scope)?.identity === bound.identity
      : expression.kind === "Name";
  return isSame ? bound : undefined;
}

/** The type variables that an alias may name: the parameters of a class in the new syntax are seen in the class alone. */
export function variablesOfAliases({ typeVariables }: Context): Context["typeVariables"] {
  if (typeVariables.size === 0) return typeVariables;
  return new Map([...typeVariables].filter(([, { identity }]) => typeof identity === "string"));
}

/** What tells the type variable that an expression is from others, if nothing is given for it. */
export function openVariable(expression: Expression, context: Context): TypeVariable["identity"] | undefined {
  const bound = boundVariable(expression, context);
  if (bound === undefined) return assignedVariable(expression, context.scope)?.identity;
  return bound.isOpen ? bound.identity : undefined;
}

/** What a call of `TypeVar` stands for where nothing is given for it, or `NewType` always; `undefined` for other calls. */
export function readTypeVariable(call: Call, context: Context): PythonType | undefined {
  switch (externalName(call.func, context.scope)) {
    case "typing.TypeVar":
      return readUnbound(call, context);
    case "typing.NewType": {
      const base = argument(call, "tp", 1);
      return base === undefined ? anything : context.reader.readType(base, context);
    }
    default:
      return undefined;
  }
}

/** A default stands before constraints, and those before a bound. */
function readUnbound(call: Call, context: Context): PythonType {
  const constraints = call.args.slice(1);
  const single = argument(call, "default") ?? (constraints.length === 0 ? argument(call, "bound") : undefined);
  if (single !== undefined) return context.reader.readType(single, context);
  return constraints.length === 0
    ? anything
    : union(constraints.map((constraint) => context.reader.readType(constraint, context)));
}

/** `TypeAliasType("Name", value, type_params=(T,))`; `undefined` for any other call. */
export function readNamedAlias(call: Call, given: readonly TypeArgument[], context: Context): PythonType | undefined {
  const name = asString(call.args[0] === undefined ? undefined : context.reader.fold(call.args[0], context));
  const value = argument(call, "value", 1);
  if (externalName(call.func, context.scope) !== "typing.TypeAliasType" || name === undefined || value === undefined) {
    return undefined;
  }
  const parameters = parametersIn(argument(call, "type_params"), context.scope);
  const alias = { name, value, parameters, enclosing: context.scope };
  return context.reader.readAlias(alias, { arguments: given, place: call }, context);
}

function parametersIn(expression: Expression | undefined, scope: Scope): readonly AliasParameter[] {
  const elements = expression?.kind === "Collection" ? expression.elements : [];
  return elements.flatMap((element) => {
    const [name, variable] = [variableName(element), assignedVariable(element, scope)];
    return name === undefined || variable === undefined ? [] : [{ name, identity: variable.identity }];
  });
}
