import { displayName } from "../annotations/display-name.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import { printName } from "../annotations/type-expression.js";
import { argument } from "../constants/call-arguments.js";
import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { AssignmentBinding, ClassBinding, Scope } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";

/**
 * What truss writes for an annotation into the server that it generates: `module.Model`, with an import of the module.
 */
export interface WrittenType {
  /** The names at the front of what is written: modules, and Python's own types. */
  readonly roots: readonly string[];
  /** The full name of a module that is imported for it. */
  readonly module?: string;
  /** Why the written name does not lead to the type, and what to do. */
  readonly problem?: readonly [problem: string, help: string] | undefined;
}

/** Modules that the generated server uses under these names itself. */
const taken: ReadonlySet<string> = new Set(["logging", "pathlib", "pydantic", "starlette", "stub", "utils"]);

/** Follows an annotation, and what a list, dict or tuple holds, to the types that truss writes. */
export function writtenTypes(annotation: Expression, context: Context): readonly WrittenType[] {
  return newTypes(annotation, context, new Set());
}

/** The types that were not seen yet: a name that comes again is written the same, and names of names can double each time. */
function newTypes(annotation: Expression, outer: Context, seen: Set<Expression>): readonly WrittenType[] {
  const { expression, context } = behindName(annotation, outer);
  if (seen.has(expression)) return [];
  seen.add(expression);
  const named = expression.kind === "Subscript" ? expression.value : expression;
  const meaning = resolve(named, context.scope);
  const items = expression.kind === "Subscript" ? subscriptArguments(expression.slice) : [];
  switch (meaning?.kind) {
    case "class":
      return [writtenClass(meaning), ...writtenArguments(expression, items, context, seen)];
    case "assignment":
      return [writtenCall(meaning, context)];
    case "external":
      if (meaning.name === "pydantic.RootModel") {
        return [{ roots: ["root_model"] }, ...writtenArguments(expression, items, context, seen)];
      }
      if (meaning.name === "pydantic.BaseModel") return [{ roots: ["main"] }];
      if (!meaning.name.startsWith("builtins.")) return items.flatMap((item) => newTypes(item, context, seen));
      return [{ roots: [printName(named)] }, ...items.flatMap((item) => newTypes(item, context, seen))];
    default:
      return [];
  }
}

/** What truss writes for a class, by its own name and that of its module. */
export function writtenClass({ definition, qualifiedName, enclosing }: ClassBinding): WrittenType {
  const { name: module } = enclosing.module;
  const root = module.split(".").at(-1) ?? module;
  const { name } = definition;
  const written = { roots: [root], module };
  if (taken.has(root)) {
    const problem = `the server that truss generates has a \`${root}\` of its own, which hides the module of \`${name}\``;
    return { ...written, problem: [problem, `rename \`${root}.py\``] };
  }
  if (qualifiedName !== name && !isAtTop(definition, enclosing)) {
    const problem = `truss looks for \`${name}\` at the top of its module, but it is inside \`${qualifiedName.slice(0, -name.length - 1)}\``;
    return { ...written, problem: [problem, `move \`${name}\` out of it`] };
  }
  return written;
}

/** Whether the module has a class under its own name, as by `Inner = Outer.Inner`. */
function isAtTop(definition: ClassBinding["definition"], scope: Scope): boolean {
  if (scope.parent !== undefined) return isAtTop(definition, scope.parent);
  const bound = scope.names.get(definition.name);
  const meaning = bound?.kind === "assignment" ? resolve(bound.value, scope) : undefined;
  return meaning?.kind === "class" && meaning.definition === definition;
}

/** A model that `create_model` makes goes by the name that it is given there. */
function writtenCall({ name, value, enclosing }: AssignmentBinding, context: Context): WrittenType {
  const { name: module } = enclosing.module;
  const written = { roots: [module.split(".").at(-1) ?? module], module };
  const given = value.kind === "Call" ? argument(value, "model_name", 0) : undefined;
  const folded = given === undefined ? undefined : context.reader.fold(given, { ...context, scope: enclosing });
  if (folded?.kind !== "string" || folded.value === name) return written;
  const problem = `truss looks for the model under the name that it was given, \`${folded.value}\`, but it is \`${name}\``;
  return { ...written, problem: [problem, `give it the name "${name}"`] };
}

/** The arguments of a generic model are written by their bare names, which only Python's own types have there. */
function writtenArguments(
  generic: Expression,
  items: readonly Expression[],
  context: Context,
  seen: Set<Expression>,
): readonly WrittenType[] {
  const own = new Set<Expression>();
  const foreign = items.find((item) => !isPythonsOwnType(item, context, own));
  const written = items.flatMap((item) => newTypes(item, context, seen));
  const roots = items.length === 0 ? [] : [{ roots: written.flatMap((type) => type.roots) }];
  if (foreign === undefined) return roots;
  const name = displayName(generic, context);
  const unknown = displayName(foreign, context);
  const problem = `truss writes \`${name}\` into the server that it generates, and nothing is known there as \`${unknown}\``;
  return [{ roots: [], problem: [problem, `give the type a class of its own: \`class Named(${name}): …\``] }];
}

/** @param own - what was found to be such a type, or is being looked at. */
function isPythonsOwnType(given: Expression, outer: Context, own: Set<Expression>): boolean {
  const { expression, context } = behindName(given, outer);
  if (own.has(expression)) return true;
  own.add(expression);
  if (expression.kind === "Constant") return expression.value === "...";
  const named = expression.kind === "Subscript" ? expression.value : expression;
  const meaning = resolve(named, context.scope);
  const items = expression.kind === "Subscript" ? subscriptArguments(expression.slice) : [];
  const isOwn = meaning?.kind === "external" && meaning.name.startsWith("builtins.");
  return isOwn && items.every((item) => isPythonsOwnType(item, context, own));
}
