import type { Context, TypeArgument } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";
import { displayFieldCall } from "./display-field.js";
import { parseStringAnnotation } from "./string-annotation.js";

/** The expressions in the brackets of a subscript. */
export function subscriptArguments(slice: Expression): readonly Expression[] {
  const isSeveral = slice.kind === "Collection" && slice.type === "tuple" && slice.elements.length > 0;
  return isSeveral ? slice.elements : [slice];
}

/** The members of `A | B | C`; a long one is deep to the left. */
export function unionParts(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  let rest = expression;
  while (rest.kind === "BinaryOperation" && rest.operator === "|") {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts];
}

/** Reads the arguments of a generic class, with the names that pydantic gives them. */
export function readTypeArguments(expressions: readonly Expression[], context: Context): readonly TypeArgument[] {
  return expressions.map((expression) => {
    const type = context.rooms.readType(expression, context);
    return { type, name: displayName(expression, context) };
  });
}

/** How deep names of aliases are followed; ends circles. */
const deepest = 20;

/** How pydantic prints a type in the name of a generic class: `list[str]`, `Union[int, NoneType]`. */
export function displayName(expression: Expression, context: Context, depth = 0): string {
  const display = (part: Expression): string => displayName(part, context, depth + 1);
  switch (expression.kind) {
    case "String": {
      const inner = parseStringAnnotation(expression, context);
      return inner === undefined ? expression.value : display(inner);
    }
    case "Constant":
      return expression.value === "None" ? "NoneType" : expression.value;
    case "BinaryOperation":
      return `Union[${unionParts(expression).map(display).join(", ")}]`;
    case "Subscript": {
      const head = displayNamed(expression.value, context, depth);
      const parts = subscriptArguments(expression.slice);
      return head === "Literal"
        ? `Literal[${parts.map((part) => displayLiteral(part, context, depth)).join(", ")}]`
        : displaySubscript(head, parts.map(display));
    }
    case "Call": {
      const isField = externalName(expression.func, context.scope) === "pydantic.Field";
      return (isField ? displayFieldCall(expression, context) : undefined) ?? displayNamed(expression, context, depth);
    }
    default:
      return displayNamed(expression, context, depth);
  }
}

function displaySubscript(head: string, names: readonly string[]): string {
  return head === "Optional" ? `Union[${[...names, "NoneType"].join(", ")}]` : `${head}[${names.join(", ")}]`;
}

function displayLiteral(part: Expression, context: Context, depth: number): string {
  const value = context.rooms.fold(part, context);
  switch (value?.kind) {
    case "string":
      return value.value.includes("'") && !value.value.includes('"') ? `"${value.value}"` : `'${value.value}'`;
    case "int":
    case "float":
      return String(value.value);
    default:
      return displayName(part, context, depth + 1);
  }
}

function displayNamed(expression: Expression, context: Context, depth: number): string {
  const variable = expression.kind === "Name" ? context.typeVariables.get(expression.id) : undefined;
  const meaning = resolve(expression, context.scope);
  if (variable !== undefined) {
    return variable.name;
  }
  switch (meaning?.kind) {
    case "class":
      return meaning.qualifiedName;
    case "external":
      return meaning.name.split(".").at(-1) ?? meaning.name;
    case "assignment": {
      const isAlias = /^(Subscript|BinaryOperation|String)$/.test(meaning.value.kind) && depth < deepest;
      const inner: Context = { ...context, scope: meaning.enclosing };
      return isAlias ? displayName(meaning.value, inner, depth + 1) : meaning.name;
    }
    default:
      return expression.kind === "Name" ? expression.id : "…";
  }
}
