import { assignedVariable, variableName } from "../annotations/type-variables.js";
import { argument } from "../constants/call-arguments.js";
import type { TypeVariable } from "../context.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import { basesOf } from "./class-bases.js";

/** A type variable of a class. */
export interface TypeParameter {
  readonly name: string;
  readonly identity: TypeVariable["identity"];
  /** What it stands for where nothing is given for it, if it says. */
  readonly default: Expression | undefined;
  /** Where its default is read. */
  readonly enclosing: Scope;
}

/** The type variables of a class, in the order of its arguments. */
export function typeParameters(binding: ClassBinding): readonly TypeParameter[] {
  const { definition, enclosing } = binding;
  if (definition.typeParams.length > 0) {
    return definition.typeParams.map((own) => ({ name: own.name, identity: own, default: own.default, enclosing }));
  }
  const bases = basesOf(binding);
  const generic = bases.find((base) => base.kind === "external" && /^typing\.(Generic|Protocol)$/.test(base.name));
  const expressions = generic?.arguments ?? bases.flatMap((base) => base.arguments);
  const all = expressions.flatMap((expression) => parametersIn(expression, enclosing));
  return [...new Map(all.map((parameter) => [parameter.name, parameter])).values()];
}

function parametersIn(expression: Expression, scope: Scope): readonly TypeParameter[] {
  switch (expression.kind) {
    case "Name":
    case "Attribute": {
      const [name, variable] = [variableName(expression), assignedVariable(expression, scope)];
      if (name === undefined || variable === undefined) return [];
      const { call, enclosing, identity } = variable;
      return [{ name, identity, default: argument(call, "default"), enclosing }];
    }
    case "Subscript":
      return [expression.value, expression.slice].flatMap((part) => parametersIn(part, scope));
    case "Collection":
      return expression.elements.flatMap((part) => parametersIn(part, scope));
    case "BinaryOperation":
      return [expression.left, expression.right].flatMap((part) => parametersIn(part, scope));
    default:
      return [];
  }
}
