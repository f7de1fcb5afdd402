import { resolve } from "../names/resolve.js";
import type { Scope } from "../names/scope.js";
import type { Attribute, Call, Expression, Name, Subscript } from "../syntax/nodes.js";
import { joinPath, parentOf } from "./paths.js";

/** A path that is known without running anything. */
export interface ConstantPath {
  readonly text: string;
  /** Whether it starts at `__file__`: it is then a path of the host, else one relative to where Python runs. */
  readonly isFromFile: boolean;
}

/** Functions that give back the path they are given, as far as text goes. */
const sameAgain = new Set([
  "builtins.str",
  "os.fspath",
  "os.path.abspath",
  "os.path.realpath",
  "os.path.normpath",
  "pathlib.Path",
  "pathlib.PurePath",
  "pathlib.PosixPath",
]);
/** Methods of a path that do. */
const sameMethods = new Set(["resolve", "absolute", "as_posix", "__str__"]);
const parentFolder = new Set(["os.pardir", "os.path.pardir"]);
/** How deep an expression may be; ends circles of names. */
const deepest = 50;

/** The path that an expression gives, such as `str(Path(__file__).resolve().parent / "src")`. */
export function constantPath(expression: Expression, scope: Scope, depth = 0): ConstantPath | undefined {
  const read = (part: Expression | undefined, where: Scope = scope): ConstantPath | undefined =>
    part === undefined || depth > deepest ? undefined : constantPath(part, where, depth + 1);
  switch (expression.kind) {
    case "String":
      return { text: expression.value, isFromFile: false };
    case "Name":
    case "Attribute":
      return named(expression, scope, read);
    case "Subscript":
      return ancestor(expression, read);
    case "Call":
      return call(expression, scope, read);
    case "BinaryOperation": {
      const [left, right] = [read(expression.left), read(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      if (expression.operator === "/") return join([left, right]);
      return expression.operator === "+" ? { ...left, text: left.text + right.text } : undefined;
    }
    default:
      return undefined;
  }
}

type Read = (part: Expression | undefined, where?: Scope) => ConstantPath | undefined;

function named(expression: Name | Attribute, scope: Scope, read: Read): ConstantPath | undefined {
  const meaning = resolve(expression, scope);
  if (meaning?.kind === "assignment") return read(meaning.value, meaning.enclosing);
  if (meaning?.kind === "external" && parentFolder.has(meaning.name)) return { text: "..", isFromFile: false };
  if (expression.kind === "Name") {
    return expression.id === "__file__" ? { text: scope.module.path, isFromFile: true } : undefined;
  }
  return expression.attr === "parent" ? up(read(expression.value), 1) : undefined;
}

/** `path.parents[1]` */
function ancestor({ value, slice }: Subscript, read: Read): ConstantPath | undefined {
  const isAncestor = value.kind === "Attribute" && value.attr === "parents" && slice.kind === "Number";
  return isAncestor ? up(read(value.value), Number(slice.raw) + 1) : undefined;
}

function call({ func, args }: Call, scope: Scope, read: Read): ConstantPath | undefined {
  const meaning = resolve(func, scope);
  const name = meaning?.kind === "external" ? meaning.name : undefined;
  if (name !== undefined && sameAgain.has(name)) return join(args.map((part) => read(part)));
  switch (name) {
    case "os.path.dirname":
      return up(read(args[0]), 1);
    case "os.path.join":
      return join(args.map((part) => read(part)));
    case "truss_chains.make_abs_path_here":
      return join([{ text: parentOf(scope.module.path), isFromFile: true }, read(args[0])]);
    default:
      return func.kind === "Attribute" ? method(func, args, read) : undefined;
  }
}

function method({ attr, value }: Attribute, args: readonly Expression[], read: Read): ConstantPath | undefined {
  if (sameMethods.has(attr)) return read(value);
  return attr === "joinpath" ? join([read(value), ...args.map((part) => read(part))]) : undefined;
}

function up(path: ConstantPath | undefined, levels: number): ConstantPath | undefined {
  if (path === undefined || !Number.isInteger(levels) || levels > deepest) return undefined;
  return { ...path, text: Array.from({ length: levels }).reduce<string>(parentOf, path.text) };
}

function join(parts: readonly (ConstantPath | undefined)[]): ConstantPath | undefined {
  const known = parts.filter((part) => part !== undefined);
  const [first, ...rest] = known;
  if (first === undefined || known.length < parts.length) return undefined;
  const text = rest.reduce((before, part) => joinPath(before, part.text), first.text);
  return { text, isFromFile: first.isFromFile };
}
