import { type Context, locate } from "../context.js";
import { readField } from "../models/read-field.js";
import type { FunctionDef, Parameter } from "../syntax/nodes.js";
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
    const help = "make it a plain argument with a name that does not begin with an underscore";
    context.rooms.reporter.error("TC209", message, locate(parameter, context), help);
  }
  const { annotation } = parameter;
  if (annotation === undefined) {
    reportMissingAnnotation(parameter, context);
    return [bareArgument(parameter)];
  }
  const attribute = {
    name: parameter.name,
    annotation,
    value: parameter.default,
    docstring: undefined,
    place: parameter,
  };
  return [readField(attribute, context).field];
}

/** Truss calls by keyword, with names that pydantic must take as fields. */
function problemOf({ name, kind }: Parameter): string | undefined {
  switch (kind) {
    case "positional-only":
      return "is positional-only, and a chain is called by keyword";
    case "var-positional":
      return "collects positional arguments, and a chain is called by keyword";
    case "var-keyword":
      return "collects keyword arguments, and a chain takes only those it names";
    default:
      if (name === "model_config") return "is a name that pydantic keeps for itself";
      return name.startsWith("_") ? "begins with an underscore, and pydantic drops it from the request" : undefined;
  }
}

function reportMissingAnnotation(parameter: Parameter, context: Context): void {
  const { name } = parameter;
  const message = `run_remote: \`${name}\` has no type annotation`;
  context.rooms.reporter.error(
    "TC203",
    message,
    locate(parameter, context),
    `annotate it, e.g. \`${name}: list[str]\``,
  );
}

function bareArgument({ name, default: given }: Parameter): Field {
  const field = bareField(name, anything);
  return given === undefined ? field : { ...field, default: { kind: "unknown" } };
}
