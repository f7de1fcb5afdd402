import { type Context, locate, locationOf, type Reader } from "../context.js";
import type { MissingName } from "../names/missing-name.js";
import type { ExternalName } from "../names/resolve.js";
import type { AssignmentBinding, ClassBinding, ImportBinding } from "../names/scope.js";
import type { Expression, Span } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { introspecting } from "./introspecting.js";
import { printName } from "./type-expression.js";
import { adviceFor } from "./unresolved-advice.js";

/** Reports a type that pydantic itself refuses, and reads on. */
export function refuse(name: string, place: Span, context: Context, reason?: string): PythonType {
  const why = reason === undefined ? "" : `: ${reason}`;
  const help = "use a type that pydantic has a JSON Schema for";
  context.reader.reporter.error("TC212", `pydantic refuses the type \`${name}\`${why}`, locate(place, context), help);
  return anything;
}

/** Reports a type from a library that is not known here. */
export function unresolved(expression: Expression, meaning: ExternalName, context: Context): PythonType {
  const { imported } = meaning;
  const origin = imported === undefined ? "" : `, imported from \`${imported.statement}\` (${lineOf(imported)}),`;
  const message = `The type \`${printName(expression)}\`${origin} cannot be resolved and becomes \`unknown\``;
  context.reader.reporter.warning("TC210", message, locate(expression, context), adviceFor(meaning, context));
  return anything;
}

function lineOf({ enclosing, span }: ImportBinding): string {
  return `${enclosing.module.path}:${span.line}`;
}

/**
 * Reports a name that its file, or the module it is imported from, does not have. Where Python would stop at it for
 * certain, it is an error.
 */
export function missing(
  expression: Expression,
  { name, module, similar, isCertain }: MissingName,
  context: Context,
): PythonType {
  const type = printName(expression);
  const what =
    module === undefined ? `The name \`${name}\` is not defined` : `The module \`${module}\` has no \`${name}\``;
  const fix = module === undefined ? "import or define it" : "correct the import, or define it there";
  const help = similar === undefined ? fix : `${fix}; is \`${similar}\` meant?`;
  const [code, location] = [module === undefined ? "TC210" : "TC211", locate(expression, context)] as const;
  const { reporter } = context.reader;
  if (isCertain) {
    reporter.error(code, what, location, help);
  } else {
    reporter.warning(code, `${what}: the type \`${type}\` becomes \`unknown\``, location, help);
  }
  return anything;
}

/** Reports a name that the file does not have, or an expression that is no type. */
export function notAType(expression: Expression, context: Context): PythonType {
  const name = printName(expression);
  const message = `${name === "…" ? "This" : `\`${name}\``} is not a type that can be resolved and becomes \`unknown\``;
  context.reader.reporter.warning(
    "TC210",
    message,
    locate(expression, context),
    "correct it, or import or define it in this file",
  );
  return anything;
}

/** Reports an alias that leads back to itself without a class in between. */
export function endless(name: string, place: Span, context: Context): PythonType {
  const help = `write it as a \`type\` statement or with \`TypeAliasType\``;
  context.reader.reporter.error(
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
  context.reader.reporter.error("TC215", message, locate(place, context), "split aliases of aliases into models");
  return anything;
}

/** Reports a class of which a file has several, and that the first of them is read. */
export function reportReplaceable(
  { definition, qualifiedName, enclosing, mayBeReplaced }: ClassBinding,
  reader: Reader,
): void {
  if (typeof mayBeReplaced === "object") reportReplaceableName(mayBeReplaced, reader);
  if (mayBeReplaced !== true) return;
  const message = `Which class \`${qualifiedName}\` is cannot be known without running Python; this one is read`;
  const help = introspecting("define it once");
  reader.reporter.warning("TC214", message, locationOf(definition.nameSpan, enclosing), help);
}

/** Reports a name that stands for one type or another, and that the first of them is read. */
export function reportReplaceableName({ name, value, enclosing }: AssignmentBinding, reader: Reader): void {
  const message = `Which type \`${name}\` is cannot be known without running Python; this one is read`;
  reader.reporter.warning("TC214", message, locationOf(value, enclosing), introspecting("assign it once"));
}

/** Reports a serializer that may give out anything, and what it is taken to give out. */
export function unknownReturn(what: string, place: Span, context: Context): void {
  const message = `What ${what} returns is not known: the types ignore it`;
  context.reader.reporter.warning("TC221", message, locate(place, context), "annotate what it returns");
}

/** Reports a value that only running Python can tell, and what becomes of it. */
export function unknownValue(what: string, consequence: string, place: Span, context: Context): void {
  const message = `${what} cannot be known without running Python; ${consequence}`;
  const help = introspecting("use literals and constants");
  context.reader.reporter.warning("TC213", message, locate(place, context), help);
}
