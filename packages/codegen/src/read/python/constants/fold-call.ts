import type { Context } from "../context.js";
import { externalName, type Meaning, resolve } from "../names/resolve.js";
import type { AssignmentBinding } from "../names/scope.js";
import type { Call, Expression } from "../syntax/nodes.js";
import type { Definition } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import { constantArguments } from "./call-arguments.js";
import type { Constant } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";
import { constantCalls } from "./constant-calls.js";
import { callMethod } from "./methods/constant-methods.js";

/** What a call with constant arguments gives: of a known function, of a class, or of a method of a constant. */
export function foldCall(expression: Call, context: Context): Constant | undefined {
  const given = constantArguments(expression, context);
  if (given === undefined) return undefined;
  const callee = resolve(expression.func, context.scope);
  if (callee?.kind === "external") return constantCalls.get(callee.name)?.(given);
  if (callee?.kind === "class") return context.reader.construct(callee, given, context);
  if (callee?.kind === "assignment" && isNewType(callee)) return given.positional[0];
  const definition = definitionOf(expression.func, callee, context);
  return definition === undefined
    ? methodCall(expression.func, given, context)
    : { kind: "instance", definition, ...given };
}

/** `UserId = NewType("UserId", str)`: a call of it gives what it is given. */
function isNewType({ value, enclosing }: AssignmentBinding): boolean {
  return value.kind === "Call" && externalName(value.func, enclosing) === "typing.NewType";
}

/** The class that `Box[int]` is, or a name that was assigned a class made by a call. */
function definitionOf(expression: Expression, callee: Meaning | undefined, context: Context): Definition | undefined {
  const isGeneric = expression.kind === "Subscript" && resolve(expression.value, context.scope)?.kind === "class";
  const type = isGeneric ? context.reader.readType(expression, context) : madeClass(callee, context);
  return type?.kind === "reference" ? type.definition : undefined;
}

function madeClass(callee: Meaning | undefined, context: Context): PythonType | undefined {
  const isAssigned = callee?.kind === "assignment" && callee.value.kind === "Call";
  return isAssigned ? context.reader.readClassCall(callee.value, { ...context, scope: callee.enclosing }) : undefined;
}

function methodCall(method: Expression, given: ConstantArguments, context: Context): Constant | undefined {
  const subject = method.kind === "Attribute" ? context.reader.fold(method.value, context) : undefined;
  return subject === undefined || method.kind !== "Attribute" ? undefined : callMethod(subject, method.attr, given);
}
