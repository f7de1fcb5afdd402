import { type AliasUse, type Context, locate, type Reader, type TypeArgument } from "../context.js";
import { type ExternalName, type Meaning, resolve } from "../names/resolve.js";
import type { AliasBinding, AssignmentBinding } from "../names/scope.js";
import type { Call, Expression, Subscript } from "../syntax/nodes.js";
import { anything, none, type PythonType, union } from "../types/python-type.js";
import { constrainedCalls } from "./constrained-calls.js";
import { insideAlias } from "./generic-alias.js";
import { givenType } from "./given-type.js";
import { introspecting } from "./introspecting.js";
import { checkKeywords } from "./known-keywords.js";
import { knownTypes } from "./known-types.js";
import { endless, missing, notAType, reportReplaceableName, tooLarge, unresolved } from "./problems.js";
import { readTypeArguments } from "./read-type-arguments.js";
import { parseStringAnnotation } from "./string-annotation.js";
import { ofTruss } from "./truss-types.js";
import { subscriptArguments, unionParts } from "./type-arguments.js";
import { printName, type TypeExpression } from "./type-expression.js";
import { boundVariable, readNamedAlias, readTypeVariable, variablesOfAliases } from "./type-variables.js";
import { isPlainValue, refuseModule, refuseName, refuseValue } from "./values-as-types.js";

/** No chain has as many; aliases of aliases can be made to multiply. */
const mostTypes = 50_000;

/** The reader of annotations. It remembers which aliases it is inside of, so that none is followed without end. */
export function createTypeReader(): Reader["readType"] {
  const inside = new Set<Expression>();
  let read = 0;
  return (annotation, context) => {
    read += 1;
    if (read > mostTypes) return read === mostTypes + 1 ? tooLarge(annotation, context) : anything;
    if (inside.has(annotation)) return endless(printName(annotation), annotation, context);
    inside.add(annotation);
    try {
      return readType(annotation, context);
    } finally {
      inside.delete(annotation);
    }
  };
}

function readType(annotation: Expression, context: Context): PythonType {
  switch (annotation.kind) {
    case "String": {
      const inner = parseStringAnnotation(annotation, context);
      const within = context.within ?? { node: annotation, scope: context.scope };
      return inner === undefined ? anything : context.reader.readType(inner, { ...context, within });
    }
    case "Constant":
      return annotation.value === "None" ? none : refuseValue(annotation, context);
    case "BinaryOperation":
      return annotation.operator === "|"
        ? union(unionParts(annotation).map((part) => context.reader.readType(part, context)))
        : notAType(annotation, context);
    case "Subscript":
      return readSubscript(annotation, context);
    case "Call":
      return readCall(annotation, context);
    case "Name":
    case "Attribute":
      return readNamed(annotation, context);
    default:
      return isPlainValue(annotation) ? refuseValue(annotation, context) : notAType(annotation, context);
  }
}

function readNamed(annotation: Expression, context: Context): PythonType {
  return (
    boundVariable(annotation, context)?.type ?? readMeaning(annotation, resolve(annotation, context.scope), context)
  );
}

function readMeaning(annotation: Expression, meaning: Meaning | undefined, context: Context): PythonType {
  switch (meaning?.kind) {
    case "external":
      if (meaning.mayBeReplaced) reportReplaceableName(meaning.mayBeReplaced, context.reader);
      return readExternal(meaning, annotation, { node: annotation, arguments: undefined, context });
    case "class":
      return context.reader.readClass(meaning, { arguments: [], place: annotation }, context);
    case "assignment":
      return readAssigned(annotation, meaning, context);
    case "alias":
      return readAliasStatement(meaning, { arguments: [], place: annotation }, context);
    case "unreadable":
      return anything;
    case "missing":
      return missing(annotation, meaning, context);
    case "module":
      return refuseModule(annotation, context);
    default:
      return notAType(annotation, context);
  }
}

/** A name of a library, or Python's own; in brackets it may have types. */
function readExternal(meaning: ExternalName, named: Expression, type: TypeExpression): PythonType {
  const { context } = type;
  return (
    knownTypes.get(meaning.name)?.(type) ??
    givenType(meaning.name, context) ??
    refuseName(named, meaning, context) ??
    ofTruss(named, meaning, context) ??
    unresolved(named, meaning, context)
  );
}

/** `type Name[T] = …` */
function readAliasStatement({ definition, enclosing }: AliasBinding, use: AliasUse, context: Context): PythonType {
  const parameters = definition.typeParams.map((parameter) => ({ name: parameter.name, identity: parameter }));
  return context.reader.readAlias(
    { name: definition.name, value: definition.value, parameters, enclosing },
    use,
    context,
  );
}

/** A name that was assigned a type, a type variable or a class made by a call. */
function readAssigned(annotation: Expression, binding: AssignmentBinding, context: Context): PythonType {
  const inner: Context = {
    ...context,
    scope: binding.enclosing,
    typeVariables: variablesOfAliases(context),
    within: context.within ?? { node: annotation, scope: context.scope },
  };
  const { value } = binding;
  if (binding.mayBeReplaced) reportReplaceableName(binding, context.reader);
  if (value.kind !== "Call") return context.reader.readType(value, inner);
  return readTypeVariable(value, inner) ?? readNamedAlias(value, [], inner) ?? context.reader.readType(value, inner);
}

function readSubscript(annotation: Subscript, context: Context): PythonType {
  const meaning = resolve(annotation.value, context.scope);
  const parts = subscriptArguments(annotation.slice);
  switch (meaning?.kind) {
    case "external":
      return readExternal(meaning, annotation.value, { node: annotation, arguments: parts, context });
    case "class":
      return context.reader.readClass(meaning, { arguments: parts, place: annotation }, context);
    case "alias": {
      const use = { arguments: readTypeArguments(parts, context), place: annotation };
      return readAliasStatement(meaning, use, context);
    }
    case "assignment":
      return readAliasWith(readTypeArguments(parts, context), meaning, annotation, context);
    default:
      return notAType(annotation, context);
  }
}

/** A name that was assigned a type with type variables, for which types are given. */
function readAliasWith(
  given: readonly TypeArgument[],
  alias: AssignmentBinding,
  annotation: Subscript,
  context: Context,
): PythonType {
  const { value, enclosing } = alias;
  const named = value.kind === "Call" ? readNamedAlias(value, given, { ...context, scope: enclosing }) : undefined;
  if (named !== undefined) return named;
  const inner = insideAlias(alias, given, context);
  if (inner === undefined) return notAType(annotation, context);
  if (alias.mayBeReplaced) reportReplaceableName(alias, context.reader);
  const within = context.within ?? { node: annotation, scope: context.scope };
  return context.reader.readType(value, { ...inner, within });
}

function readCall(call: Call, context: Context): PythonType {
  const made = context.reader.readClassCall(call, context);
  if (made !== undefined) return made;
  const meaning = resolve(call.func, context.scope);
  const known = meaning?.kind === "external" ? constrainedCalls.get(meaning.name) : undefined;
  if (known !== undefined) checkKeywords(call, context);
  const type = known?.(call, context);
  if (type !== undefined) return type;
  const message = "What a call returns is not a type that can be resolved and becomes `unknown`";
  const help = introspecting("write the type that the call returns");
  context.reader.reporter.warning("TC210", message, locate(call, context), help);
  return anything;
}
