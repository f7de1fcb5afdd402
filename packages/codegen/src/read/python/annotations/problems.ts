import { type Context, locate } from "../context.js";
import type { ExternalName, MissingName } from "../names/resolve.js";
import type { ClassBinding, ImportBinding } from "../names/scope.js";
import type { Expression, Span } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { printName } from "./type-expression.js";

/** Reports a type that pydantic itself refuses, and reads on. */
export function refuse(name: string, place: Span, context: Context, reason?: string): PythonType {
  const why = reason === undefined ? "" : `: ${reason}`;
  const help = "use a type that pydantic has a JSON Schema for";
  context.rooms.reporter.error("TC212", `pydantic refuses the type \`${name}\`${why}`, locate(place, context), help);
  return anything;
}

/** Reports a type from a library that is not known here. */
export function unresolved(expression: Expression, meaning: ExternalName, context: Context): PythonType {
  const { imported } = meaning;
  const origin = imported === undefined ? "" : `, imported from \`${imported.statement}\` (${lineOf(imported)}),`;
  const message = `The type \`${printName(expression)}\`${origin} cannot be resolved and becomes \`unknown\``;
  const advice = imported === undefined ? "" : `; ${imported.enclosing.module.program.adviceFor(imported.statement)}`;
  const help = `use a pydantic model or a type that pydantic knows${advice}`;
  context.rooms.reporter.warning("TC210", message, locate(expression, context), help);
  return anything;
}

function lineOf({ enclosing, span }: ImportBinding): string {
  return `${enclosing.module.path}:${span.line}`;
}

/** Reports a name that its file, or the module it is imported from, does not have. */
export function missing(expression: Expression, { name, module }: MissingName, context: Context): PythonType {
  if (module === undefined) {
    return notAType(expression, context);
  }
  const message = `The module \`${module}\` has no \`${name}\`: the type \`${printName(expression)}\` becomes \`unknown\``;
  const help = "correct the import, or define the name where it is imported from";
  context.rooms.reporter.warning("TC211", message, locate(expression, context), help);
  return anything;
}

/** Reports a name that the file does not have, or an expression that is no type. */
export function notAType(expression: Expression, context: Context): PythonType {
  const message = `\`${printName(expression)}\` is no type that can be resolved and becomes \`unknown\``;
  context.rooms.reporter.warning("TC210", message, locate(expression, context), "import or define it in this file");
  return anything;
}

/** Reports an alias that leads back to itself without a class in between. */
export function endless(name: string, place: Span, context: Context): PythonType {
  const help = `write it as a \`type\` statement or with \`TypeAliasType\``;
  context.rooms.reporter.error(
    "TC215",
    `The type \`${name}\` refers to itself without end`,
    locate(place, context),
    help,
  );
  return anything;
}

/** Reports that there are more types than any chain has, and that the rest is not read. */
export function tooLarge(place: Span, context: Context): PythonType {
  const message = "The types of this file are too large to be read";
  context.rooms.reporter.error("TC215", message, locate(place, context), "take aliases of aliases apart into models");
  return anything;
}

/** Reports a class of which a file has several, and that the first of them is read. */
export function reportReplaceable({ definition, qualifiedName, mayBeReplaced }: ClassBinding, context: Context): void {
  if (!mayBeReplaced) {
    return;
  }
  const message = `Which class \`${qualifiedName}\` is cannot be known without running Python; this one is read`;
  const help = "define it once, or give the others names of their own";
  context.rooms.reporter.warning("TC214", message, locate(definition.nameSpan, context), help);
}

/** Reports a value that only running Python can tell, and what becomes of it. */
export function unknownValue(what: string, consequence: string, place: Span, context: Context): void {
  const message = `${what} cannot be known without running Python; ${consequence}`;
  const help = "use literals and constants of this file";
  context.rooms.reporter.warning("TC213", message, locate(place, context), help);
}
