import type { Context, Rooms } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { AssignmentBinding, Scope } from "../names/scope.js";
import type {
  Attribute,
  BinaryOperation,
  Call,
  Collection,
  Conditional,
  Dict,
  Expression,
  Name,
  NumberLiteral,
  UnaryOperation,
} from "../syntax/nodes.js";
import { binary, unary } from "./arithmetic.js";
import { constantArguments, foldAll } from "./call-arguments.js";
import type { Constant } from "./constant.js";
import { constantCalls } from "./constant-calls.js";
import { externalConstants } from "./external-constants.js";

/** How deep a value may be before it counts as unknown; ends circles of names. */
const deepest = 200;
/** How many parts a value may have; names that are twice another name multiply. */
const mostParts = 20_000;

/** The folder of constants, with the counts that keep it from going on without end. */
export function createFolder(): Rooms["fold"] {
  let depth = 0;
  let parts = 0;
  return (expression, context) => {
    parts = depth === 0 ? 1 : parts + 1;
    if (depth >= deepest || parts > mostParts) {
      return undefined;
    }
    depth += 1;
    try {
      return fold(expression, context);
    } finally {
      depth -= 1;
    }
  };
}

function fold(expression: Expression, context: Context): Constant | undefined {
  switch (expression.kind) {
    case "Constant":
      return namedConstant(expression.value);
    case "Number":
      return number(expression);
    case "String":
      return { kind: "string", value: expression.value };
    case "Bytes":
      return { kind: "bytes", value: expression.value };
    case "Collection":
      return collection(expression, context);
    case "Dict":
      return dictionary(expression, context);
    case "UnaryOperation":
    case "BinaryOperation":
      return operation(expression, context);
    case "Conditional":
      return conditional(expression, context);
    case "Name":
    case "Attribute":
      return named(expression, context);
    case "Call":
      return call(expression, context);
    case "Lambda":
      return { kind: "opaque", name: "lambda" };
    default:
      return undefined;
  }
}

function operation(expression: UnaryOperation | BinaryOperation, context: Context): Constant | undefined {
  if (expression.kind === "UnaryOperation") {
    const operand = context.rooms.fold(expression.operand, context);
    return operand === undefined ? undefined : unary(expression.operator, operand);
  }
  const [left, right] = foldAll([expression.left, expression.right], context) ?? [];
  return left === undefined || right === undefined ? undefined : binary(expression.operator, left, right);
}

function conditional({ test, body, orelse }: Conditional, context: Context): Constant | undefined {
  const decided = context.rooms.fold(test, context);
  const isTrue = decided === undefined ? undefined : truth(decided);
  return isTrue === undefined ? undefined : context.rooms.fold(isTrue ? body : orelse, context);
}

function namedConstant(value: "None" | "True" | "False" | "..."): Constant {
  if (value === "...") {
    return { kind: "opaque", name: "..." };
  }
  return value === "None" ? { kind: "none" } : { kind: "bool", value: value === "True" };
}

function number({ raw, type }: NumberLiteral): Constant | undefined {
  if (type === "complex") {
    return undefined;
  }
  return type === "int"
    ? { kind: "int", value: BigInt(raw.replace(/^0+(?=\d)/, "")) }
    : { kind: "float", value: Number(raw) };
}

function collection(expression: Collection, context: Context): Constant | undefined {
  const items = foldAll(expression.elements, context);
  return items === undefined ? undefined : { kind: "sequence", type: expression.type, items };
}

function dictionary(expression: Dict, context: Context): Constant | undefined {
  const entries: (readonly [Constant, Constant])[] = [];
  for (const [index, keyExpression] of expression.keys.entries()) {
    const valueExpression = expression.values[index];
    const key = keyExpression === undefined ? undefined : context.rooms.fold(keyExpression, context);
    const value = valueExpression === undefined ? undefined : context.rooms.fold(valueExpression, context);
    if (key === undefined || value === undefined) {
      return undefined;
    }
    entries.push([key, value]);
  }
  return { kind: "dict", entries };
}

function truth(constant: Constant): boolean | undefined {
  switch (constant.kind) {
    case "none":
      return false;
    case "bool":
    case "string":
      return Boolean(constant.value);
    case "int":
      return constant.value !== 0n;
    default:
      return undefined;
  }
}

function named(expression: Name | Attribute, context: Context): Constant | undefined {
  const member = expression.kind === "Attribute" ? memberOf(expression, context) : undefined;
  if (member !== undefined) {
    return member;
  }
  const meaning = resolve(expression, context.scope);
  switch (meaning?.kind) {
    case "assignment":
      return assigned(meaning, context);
    case "external":
      return externalConstants.get(meaning.name) ?? builtinFunction(meaning.name);
    case "function":
      return { kind: "opaque", name: meaning.definition.name };
    default:
      return undefined;
  }
}

/** `E.A`, and `E.A.value` and `E.A.name` of a member. */
function memberOf(expression: Attribute, context: Context): Constant | undefined {
  const owner = resolve(expression.value, context.scope);
  if (owner?.kind === "class") {
    return context.rooms.enumMember(owner, expression.attr, context);
  }
  if (expression.attr !== "value" && expression.attr !== "name") {
    return undefined;
  }
  const member = expression.value.kind === "Attribute" ? memberOf(expression.value, context) : undefined;
  if (member?.kind !== "enum-member") {
    return undefined;
  }
  return expression.attr === "value" ? member.value : { kind: "string", value: member.name };
}

function assigned(binding: AssignmentBinding, context: Context): Constant | undefined {
  const scope: Scope = binding.enclosing;
  return context.rooms.fold(binding.value, { ...context, scope, within: undefined });
}

/** A built-in that is given as a value exists, and JSON has no form for it. */
function builtinFunction(name: string): Constant | undefined {
  return name.startsWith("builtins.") ? { kind: "opaque", name } : undefined;
}

function call(expression: Call, context: Context): Constant | undefined {
  const callee = resolve(expression.func, context.scope);
  const given = constantArguments(expression, context);
  if (callee === undefined || given === undefined) {
    return undefined;
  }
  if (callee.kind === "external") {
    return constantCalls.get(callee.name)?.(given);
  }
  if (callee.kind !== "class") {
    return undefined;
  }
  const definition = context.rooms.constructible(callee, context);
  return definition === undefined ? undefined : instance(definition, given);
}

function instance(
  definition: NonNullable<ReturnType<Rooms["constructible"]>>,
  { positional, keywords }: NonNullable<ReturnType<typeof constantArguments>>,
): Constant | undefined {
  const [root, ...more] = positional;
  if (root === undefined) {
    return { kind: "instance", definition, values: keywords };
  }
  return more.length > 0 || keywords.size > 0
    ? undefined
    : { kind: "instance", definition, values: new Map([["root", root]]) };
}
