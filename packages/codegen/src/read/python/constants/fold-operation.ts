import type { Context } from "../context.js";
import type { BooleanOperation, Comparison, Conditional, Expression } from "../syntax/nodes.js";
import { binary, unary } from "./arithmetic.js";
import { foldAll } from "./call-arguments.js";
import { truth } from "./compare.js";
import { compare } from "./comparison.js";
import type { Constant } from "./constant.js";

/** The value of an operation; `undefined` of any other expression, too. */
export function foldOperation(expression: Expression, context: Context): Constant | undefined {
  switch (expression.kind) {
    case "UnaryOperation": {
      const operand = context.reader.fold(expression.operand, context);
      return operand === undefined ? undefined : unary(expression.operator, operand);
    }
    case "BinaryOperation": {
      const [left, right] = foldAll([expression.left, expression.right], context) ?? [];
      return left === undefined || right === undefined ? undefined : binary(expression.operator, left, right);
    }
    case "BooleanOperation":
      return booleanOperation(expression, context);
    case "Comparison":
      return comparison(expression, context);
    case "Conditional":
      return conditional(expression, context);
    default:
      return undefined;
  }
}

/** `a or b` is the first that is true, else the last; what follows it is not looked at. */
function booleanOperation({ operator, values }: BooleanOperation, context: Context): Constant | undefined {
  let value: Constant | undefined;
  for (const expression of values) {
    value = context.reader.fold(expression, context);
    const isTrue = value === undefined ? undefined : truth(value);
    if (isTrue === undefined || isTrue === (operator === "or")) return isTrue === undefined ? undefined : value;
  }
  return value;
}

/** `a < b < c` */
function comparison({ left, operators, comparators }: Comparison, context: Context): Constant | undefined {
  const operands = foldAll([left, ...comparators], context);
  const results = operators.map((operator, index) => {
    const [before, after] = [operands?.[index], operands?.[index + 1]];
    return before === undefined || after === undefined ? undefined : compare(operator, before, after);
  });
  const isKnown = !results.includes(undefined);
  return isKnown ? { kind: "bool", value: !results.includes(false) } : undefined;
}

function conditional({ test, body, orelse }: Conditional, context: Context): Constant | undefined {
  const decided = context.reader.fold(test, context);
  const isTrue = decided === undefined ? undefined : truth(decided);
  return isTrue === undefined ? undefined : context.reader.fold(isTrue ? body : orelse, context);
}
