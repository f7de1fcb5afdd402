import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import type { AliasParameter, Context, TypeArgument } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { anything, type PythonType, union } from "../types/python-type.js";

/** The name under which a class is among its own type variables, for `Self`. */
export const selfVariable = "typing.Self";

/** What a call of `TypeVar` stands for where nothing is given for it, or `NewType` always; `undefined` for other calls. */
export function readTypeVariable(call: Call, context: Context): PythonType | undefined {
  switch (externalName(call.func, context.scope)) {
    case "typing.TypeVar":
      return readUnbound(call, context);
    case "typing.NewType": {
      const base = argument(call, "tp", 1);
      return base === undefined ? anything : context.rooms.readType(base, context);
    }
    default:
      return undefined;
  }
}

/** A default stands before constraints, and those before a bound. */
function readUnbound(call: Call, context: Context): PythonType {
  const constraints = call.args.slice(1);
  const single = argument(call, "default") ?? (constraints.length === 0 ? argument(call, "bound") : undefined);
  if (single !== undefined) return context.rooms.readType(single, context);
  return constraints.length === 0
    ? anything
    : union(constraints.map((constraint) => context.rooms.readType(constraint, context)));
}

/** `TypeAliasType("Name", value, type_params=(T,))`; `undefined` for any other call. */
export function readNamedAlias(call: Call, given: readonly TypeArgument[], context: Context): PythonType | undefined {
  const name = asString(call.args[0] === undefined ? undefined : context.rooms.fold(call.args[0], context));
  const value = argument(call, "value", 1);
  if (externalName(call.func, context.scope) !== "typing.TypeAliasType" || name === undefined || value === undefined) {
    return undefined;
  }
  const parameters = parametersIn(argument(call, "type_params"));
  const alias = { name, value, parameters, enclosing: context.scope };
  return context.rooms.readAlias(alias, { arguments: given, place: call }, context);
}

function parametersIn(expression: Expression | undefined): readonly AliasParameter[] {
  const elements = expression?.kind === "Collection" ? expression.elements : [];
  return elements.flatMap((element) => (element.kind === "Name" ? [{ name: element.id }] : []));
}
