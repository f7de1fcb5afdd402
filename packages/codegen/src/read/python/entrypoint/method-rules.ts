import { type Context, locate } from "../context.js";
import { resolve } from "../names/resolve.js";
import { calleeOf } from "../syntax/callee.js";
import type { Expression, FunctionDef } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";

/** Decorators that leave a method what it is. */
const transparent: ReadonlySet<string> = new Set([
  "abc.abstractmethod",
  "typing.final",
  "typing.no_type_check",
  "typing.override",
]);
/** Decorators that make something else of a method. */
const changing: ReadonlySet<string> = new Set([
  "builtins.classmethod",
  "builtins.property",
  "builtins.staticmethod",
  "contextlib.asynccontextmanager",
  "contextlib.contextmanager",
  "functools.cache",
  "functools.cached_property",
  "functools.lru_cache",
  "typing.overload",
]);

/** What the decorators of a method make of it; of most of other libraries that cannot be known. */
export type MethodForm = "plain" | "changed" | "unknown";

/** Says whether a method is still what its `def` says. */
export function formOf(method: FunctionDef, context: Context): MethodForm {
  const names = method.decorators.map((decorator) => decoratorName(decorator, context));
  if (names.some((name) => name !== undefined && changing.has(name))) return "changed";
  return names.every((name) => name !== undefined && transparent.has(name)) ? "plain" : "unknown";
}

/** Whether a method is one that a class of its own must fill in. */
export function isAbstract(method: FunctionDef, context: Context): boolean {
  return method.decorators.some((decorator) => decoratorName(decorator, context) === "abc.abstractmethod");
}

function decoratorName(decorator: Expression, context: Context): string | undefined {
  const meaning = resolve(calleeOf(decorator), context.scope);
  return meaning?.kind === "external" ? meaning.name : undefined;
}

/** A method that truss calls is a plain one whose first argument is `self`. */
export function checkIsMethod(method: FunctionDef, context: Context, subject: string): void {
  const { reporter } = context.reader;
  const form = formOf(method, context);
  if (form === "changed") {
    const message = `${subject} is turned into something else by its decorator, but truss calls only plain methods`;
    reporter.error("TC223", message, locate(method.nameSpan, context), "remove the decorator");
  }
  const [first] = method.params;
  if (form !== "plain" || first?.name === "self") return;
  const found = first === undefined ? "it has none" : `it is \`${first.name}\``;
  const message = `${subject}: truss needs the first argument of a method to be named \`self\`, but ${found}`;
  const help = `write \`def ${method.name}(self, …)\``;
  reporter.error("TC223", message, locate(first ?? method.nameSpan, context), help);
}

/** `is_healthy`, which truss asks whether a chainlet is well, takes nothing and answers with a `bool`. */
export function checkHealthCheck(method: FunctionDef, context: Context, subject: string): void {
  checkIsMethod(method, context, subject);
  if (formOf(method, context) !== "plain" || method.params[0]?.name !== "self") return;
  const returnsOther = method.returns === undefined || isOther(method.returns, context);
  if (method.params.length === 1 && !returnsOther) return;
  const message = `${subject}: truss needs a method that takes only \`self\` and is annotated with \`bool\``;
  const location = locate(method.nameSpan, context);
  context.reader.reporter.error("TC223", message, location, "write `def is_healthy(self) -> bool`");
}

function isOther(returns: Expression, outer: Context): boolean {
  const { expression, context } = behindName(returns, outer);
  if (expression.kind !== "Name" && expression.kind !== "Attribute") return true;
  const meaning = resolve(expression, context.scope);
  return meaning?.kind === "class" || (meaning?.kind === "external" && meaning.name !== "builtins.bool");
}
