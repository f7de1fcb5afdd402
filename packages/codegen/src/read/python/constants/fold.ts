import type { Context, Reader } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { AssignmentBinding, Scope } from "../names/scope.js";
import type {
  Attribute,
  Expression,
  FormattedPart,
  FormattedString,
  FormattedValue,
  Name,
  NumberLiteral,
  Subscript,
} from "../syntax/nodes.js";
import { joinTexts } from "./bounds.js";
import { foldAll } from "./call-arguments.js";
import { asString, type Constant } from "./constant.js";
import { externalConstants } from "./external-constants.js";
import { foldCall } from "./fold-call.js";
import { foldDisplay } from "./fold-display.js";
import { foldOperation } from "./fold-operation.js";
import { itemAt, sliceOf } from "./subscript.js";
import { formatConverted } from "./text/format-method.js";
import { weightOf } from "./weight.js";

/** How deep a value may be before it counts as unknown; ends circles of names. */
const deepest = 200;
/** How many parts a value may have; names that are twice another name multiply. */
const mostParts = 20_000;

/** The folder of constants, with the counts that keep it from going on without end. */
export function createFolder(): Reader["fold"] {
  let depth = 0;
  let parts = 0;
  return (expression, context) => {
    parts = depth === 0 ? 1 : parts + 1;
    if (depth >= deepest || parts > mostParts) return undefined;
    depth += 1;
    try {
      const value = fold(expression, context);
      return value === undefined || weightOf(value) > mostParts ? undefined : value;
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
    case "Bytes":
      return expression.kind === "String"
        ? { kind: "string", value: expression.value }
        : { kind: "bytes", value: expression.value };
    case "Lambda":
      return { kind: "opaque", name: "lambda" };
    case "NamedExpression":
      return context.reader.fold(expression.value, context);
    case "Collection":
    case "Dict":
      return foldDisplay(expression, context);
    case "Name":
    case "Attribute":
      return named(expression, context);
    case "Call":
      return foldCall(expression, context);
    case "Subscript":
      return subscript(expression, context);
    case "FormattedString":
      return formatted(expression, context);
    default:
      return foldOperation(expression, context);
  }
}

function namedConstant(value: "None" | "True" | "False" | "..."): Constant {
  if (value === "...") return { kind: "opaque", name: "..." };
  return value === "None" ? { kind: "none" } : { kind: "bool", value: value === "True" };
}

function number({ raw, type }: NumberLiteral): Constant | undefined {
  if (type === "complex") return undefined;
  return type === "int"
    ? { kind: "int", value: BigInt(raw.replace(/^0+(?=\d)/, "")) }
    : { kind: "float", value: Number(raw) };
}

function subscript({ value, slice }: Subscript, context: Context): Constant | undefined {
  const owner = resolve(value, context.scope);
  if (owner?.kind === "class") {
    const name = asString(context.reader.fold(slice, context));
    return name === undefined ? undefined : context.reader.enumMember(owner, name, context);
  }
  const subject = context.reader.fold(value, context);
  if (subject === undefined) return undefined;
  if (slice.kind !== "Slice") {
    const index = context.reader.fold(slice, context);
    return index === undefined ? undefined : itemAt(subject, index);
  }
  const bounds = [slice.lower, slice.upper, slice.step];
  const known = foldAll(
    bounds.filter((bound) => bound !== undefined),
    context,
  );
  const [lower, upper, step] = bounds.map((bound) =>
    bound === undefined ? undefined : context.reader.fold(bound, context),
  );
  return known === undefined ? undefined : sliceOf(subject, { lower, upper, step });
}

function formatted({ parts }: FormattedString, context: Context): Constant | undefined {
  const text = parts === undefined ? undefined : formattedText(parts, context);
  return text === undefined ? undefined : { kind: "string", value: text };
}

function formattedText(parts: readonly FormattedPart[], context: Context): string | undefined {
  const texts = parts.map((part) => (part.kind === "FormattedText" ? part.text : formattedValue(part, context)));
  return joinTexts(texts);
}

function formattedValue({ value, conversion, format }: FormattedValue, context: Context): string | undefined {
  const constant = context.reader.fold(value, context);
  const spec = formattedText(format, context);
  return constant === undefined || spec === undefined ? undefined : formatConverted(constant, conversion, spec);
}

function named(expression: Name | Attribute, context: Context): Constant | undefined {
  const member = expression.kind === "Attribute" ? memberOf(expression, context) : undefined;
  if (member !== undefined) return member;
  const meaning = resolve(expression, context.scope);
  switch (meaning?.kind) {
    case "assignment":
      return assigned(meaning, context);
    case "external":
      return externalConstants.get(meaning.name) ?? builtinFunction(meaning.name);
    case "function":
    case "class":
      return { kind: "opaque", name: meaning.definition.name };
    default:
      return undefined;
  }
}

/** `E.A`, and `E.A.value` and `E.A.name` of a member. */
function memberOf(expression: Attribute, context: Context): Constant | undefined {
  const owner = resolve(expression.value, context.scope);
  if (owner?.kind === "class" || (owner?.kind === "assignment" && owner.value.kind === "Call")) {
    return context.reader.enumMember(owner, expression.attr, context);
  }
  if (expression.attr !== "value" && expression.attr !== "name") return undefined;
  const member = expression.value.kind === "Attribute" ? memberOf(expression.value, context) : undefined;
  if (member?.kind !== "enum-member") return undefined;
  return expression.attr === "value" ? member.value : { kind: "string", value: member.name };
}

function assigned(binding: AssignmentBinding, context: Context): Constant | undefined {
  if (binding.mayBeReplaced) return undefined;
  const scope: Scope = binding.enclosing;
  return context.reader.fold(binding.value, { ...context, scope, within: undefined });
}

/** A built-in that is given as a value exists, and JSON has no form for it. */
function builtinFunction(name: string): Constant | undefined {
  return name.startsWith("builtins.") ? { kind: "opaque", name } : undefined;
}
