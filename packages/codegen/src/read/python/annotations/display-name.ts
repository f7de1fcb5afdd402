import type { Context } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { AssignmentBinding } from "../names/scope.js";
import type { Expression, Subscript } from "../syntax/nodes.js";
import { anything } from "../types/python-type.js";
import { displayFieldCall } from "./display-field.js";
import { insideAlias } from "./generic-alias.js";
import { parseStringAnnotation } from "./string-annotation.js";
import { subscriptArguments, unionParts } from "./type-arguments.js";
import { boundVariable } from "./type-variables.js";

/** The types of pydantic that are an `Annotated` with metadata, as it prints them. */
const annotated: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "Annotated[int, Gt]": "PositiveInt",
    "Annotated[int, Ge]": "NonNegativeInt",
    "Annotated[int, Lt]": "NegativeInt",
    "Annotated[int, Le]": "NonPositiveInt",
    "Annotated[float, Gt]": "PositiveFloat",
    "Annotated[float, Ge]": "NonNegativeFloat",
    "Annotated[float, Lt]": "NegativeFloat",
    "Annotated[float, Le]": "NonPositiveFloat",
    "Annotated[float, AllowInfNan(allow_inf_nan=False)]": "FiniteFloat",
    "Annotated[int, Strict(strict=True)]": "StrictInt",
    "Annotated[float, Strict(strict=True)]": "StrictFloat",
    "Annotated[bool, Strict(strict=True)]": "StrictBool",
    "Annotated[str, Strict(strict=True)]": "StrictStr",
    "Annotated[bytes, Strict(strict=True)]": "StrictBytes",
    "Annotated[UUID, UuidVersion]": "UUID1 UUID3 UUID4 UUID5 UUID6 UUID7 UUID8",
    "Annotated[Path, PathType]": "FilePath DirectoryPath NewPath SocketPath",
    "Annotated[bytes, EncodedBytes]": "Base64Bytes Base64UrlBytes",
    "Annotated[str, EncodedStr]": "Base64Str Base64UrlStr",
  }).flatMap(([printed, names]) => names.split(" ").map((name): [string, string] => [`pydantic.${name}`, printed])),
);

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
      const parts = subscriptArguments(expression.slice);
      const head = displayNamed(expression.value, context, depth);
      if (head === "Literal") return `Literal[${parts.map((part) => displayLiteral(part, context, depth)).join(", ")}]`;
      const names = parts.map(display);
      return displayAlias(expression, names, context, depth) ?? displaySubscript(head, names);
    }
    case "Call": {
      const isField = externalName(expression.func, context.scope) === "pydantic.Field";
      return (isField ? displayFieldCall(expression, context) : undefined) ?? displayNamed(expression, context, depth);
    }
    default:
      return displayNamed(expression, context, depth);
  }
}

/** An alias that is given types is printed as what it stands for then. */
function displayAlias(
  { value }: Subscript,
  names: readonly string[],
  context: Context,
  depth: number,
): string | undefined {
  const meaning = resolve(value, context.scope);
  if (meaning?.kind !== "assignment" || depth > deepest) return undefined;
  const given = names.map((name) => ({ type: anything, name }));
  const inner = insideAlias(meaning, given, context);
  return inner && displayName(meaning.value, inner, depth + 1);
}

function displaySubscript(head: string, names: readonly string[]): string {
  switch (head) {
    case "Optional":
      return `Union[${[...names, "NoneType"].join(", ")}]`;
    // Pydantic makes both an `Annotated` with a mark of its own.
    case "OnErrorOmit":
      return `Annotated[${names.join(", ")}, _OnErrorOmit]`;
    case "Json":
      return `Annotated[${names.join(", ")}, Json]`;
    default:
      return `${head}[${names.join(", ")}]`;
  }
}

function displayLiteral(part: Expression, context: Context, depth: number): string {
  const value = context.reader.fold(part, context);
  switch (value?.kind) {
    case "string":
      return value.value.includes("'") && !value.value.includes('"') ? `"${value.value}"` : `'${value.value}'`;
    case "int":
    case "float":
      return String(value.value);
    case "none":
      return "None";
    default:
      return displayName(part, context, depth + 1);
  }
}

function displayNamed(expression: Expression, context: Context, depth: number): string {
  const variable = boundVariable(expression, context);
  const meaning = resolve(expression, context.scope);
  if (variable !== undefined) return variable.name;
  switch (meaning?.kind) {
    case "class":
      return meaning.qualifiedName;
    case "external":
      return displayExternal(meaning.name);
    case "assignment": {
      if (isNewType(meaning)) return "NewType";
      const isAlias = /^(Subscript|BinaryOperation|String)$/.test(meaning.value.kind) && depth < deepest;
      const inner: Context = { ...context, scope: meaning.enclosing };
      return isAlias ? displayName(meaning.value, inner, depth + 1) : meaning.name;
    }
    default:
      return expression.kind === "Name" ? expression.id : "…";
  }
}

/** What `NewType` makes is no class, and is printed as what it is. */
function isNewType({ value, enclosing }: AssignmentBinding): boolean {
  return value.kind === "Call" && externalName(value.func, enclosing) === "typing.NewType";
}

function displayExternal(name: string): string {
  return annotated.get(name) ?? name.split(".").at(-1) ?? name;
}
