import { type Context, locate } from "../context.js";
import { readField } from "../models/read-field.js";
import { externalName, resolve } from "../names/resolve.js";
import type { Expression, FunctionDef, Parameter } from "../syntax/nodes.js";
import { bareField, bareObject, type Field, type ObjectShape } from "../types/definition.js";
import { anything } from "../types/python-type.js";

/** The parameters of `run_remote` that a caller fills: all but `self`, which a function that stands alone may lack. */
export function callerParameters({ params }: FunctionDef, isMethod: boolean): readonly Parameter[] {
  const [first, ...others] = params;
  const isPlain = first?.kind === "positional-or-keyword" || first?.kind === "positional-only";
  const isSelf = isPlain && (isMethod || (first.annotation === undefined && first.name === "self"));
  return isSelf ? others : params;
}

/** The arguments of `run_remote` as one object. */
export function argumentsShape(name: string, parameters: readonly Parameter[], context: Context): ObjectShape {
  const fields = parameters.flatMap((parameter) => readArgument(parameter, context));
  return bareObject(`${name}Input`, fields);
}

function readArgument(parameter: Parameter, context: Context): readonly Field[] {
  const problem = problemOf(parameter);
  if (problem !== undefined) {
    const message = `run_remote: \`${parameter.name}\` ${problem}`;
    const help = "make it a plain argument with a name that pydantic accepts for a field";
    context.reader.reporter.error("TC209", message, locate(parameter, context), help);
  }
  const { annotation } = parameter;
  if (annotation === undefined) {
    reportMissingAnnotation(parameter, context, "run_remote");
    return [bareArgument(parameter)];
  }
  return [typedArgument(parameter, annotation, context)];
}

function typedArgument(parameter: Parameter, annotation: Expression, context: Context): Field {
  const { name, default: given } = parameter;
  const isNoValue = given !== undefined && standsForSomethingElse(given, context);
  if (isNoValue) {
    const message = `run_remote: the default of \`${name}\` is not a plain value: if the argument is left out, the chain gets the object itself`;
    const help = "give a plain value, and put the rest into a model";
    context.reader.reporter.error("TC229", message, locate(given, context), help);
  }
  const value = isNoValue ? undefined : given;
  const attribute = { name, annotation, value, docstring: undefined, place: parameter };
  const { field } = readField(attribute, context);
  return isNoValue ? { ...field, default: { kind: "unknown" } } : field;
}

/** Calls whose result describes a field, or asks for another chainlet, where it stands in a class or in `__init__`. */
const descriptions: ReadonlySet<string> = new Set([
  "pydantic.Field",
  "pydantic.PrivateAttr",
  "dataclasses.field",
  "truss_chains.depends",
  "truss_chains.depends_context",
]);

function standsForSomethingElse(given: Expression, { scope }: Context): boolean {
  const meaning = resolve(given, scope);
  const [value, where] = meaning?.kind === "assignment" ? [meaning.value, meaning.enclosing] : [given, scope];
  return value.kind === "Call" && descriptions.has(externalName(value.func, where) ?? "");
}

/** Truss calls by keyword, with names that pydantic must take as fields. */
function problemOf({ name, kind, default: given }: Parameter): string | undefined {
  switch (kind) {
    case "positional-only":
      return "is positional-only, but a chain is called by keyword";
    case "var-positional":
      return "collects positional arguments, but a chain is called by keyword";
    case "var-keyword":
      return "collects keyword arguments, but a chain takes only those it names";
    default:
      if (keptNames.has(name) || (name === "model_post_init" && given !== undefined)) {
        return "is a name that pydantic reserves for itself";
      }
      return name.startsWith("_") ? "begins with an underscore, so pydantic drops it from the request" : undefined;
  }
}

/** Names of pydantic's own that a field may not have, or that hide its value. Most names of a model are free. */
const keptNames: ReadonlySet<string> = new Set([
  "model_config",
  "model_dump",
  "model_dump_json",
  "model_extra",
  "model_fields_set",
  "model_validate",
  "model_validate_json",
  "model_validate_strings",
]);

/**
 * Reports an argument without a type.
 *
 * @param subject - how the method is called in the message.
 */
export function reportMissingAnnotation(parameter: Parameter, context: Context, subject: string): void {
  const { name } = parameter;
  const message = `${subject}: \`${name}\` has no type annotation`;
  const help = `annotate it, e.g. \`${name}: list[str]\``;
  context.reader.reporter.error("TC203", message, locate(parameter, context), help);
}

function bareArgument({ name, default: given }: Parameter): Field {
  const field = bareField(name, anything);
  return given === undefined ? field : { ...field, default: { kind: "unknown" } };
}
