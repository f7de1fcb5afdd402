import type { Cursor } from "./cursor.js";
import { parseMaybeStarred } from "./lists.js";
import type { Expression, TypeParam } from "./nodes.js";

/**
 * Reads `[T: bound = default, *Ts, **P]`, where it comes next.
 *
 * @throws PythonSyntaxError when it is empty, or its names or defaults are against Python's rules.
 */
export function parseTypeParams(cursor: Cursor): readonly TypeParam[] {
  if (!cursor.at("[")) return [];
  cursor.take();
  if (cursor.at("]")) throw cursor.error("Type parameter list cannot be empty");
  const params: TypeParam[] = [];
  while (!cursor.at("]")) {
    const param = parseTypeParam(cursor);
    checkOrder(cursor, params, param);
    params.push(param);
    if (!cursor.accept(",")) break;
  }
  cursor.expect("]");
  return params;
}

function parseTypeParam(cursor: Cursor): TypeParam {
  const start = cursor.token;
  const kind = takeKind(cursor);
  const name = cursor.expectName().text;
  if (cursor.at(":") && kind !== "TypeVar") throw cursor.error(`cannot use bound with ${kind}`);
  const bound = cursor.accept(":") ? cursor.grammar.expression(cursor) : undefined;
  const value = cursor.accept("=") ? parseDefault(cursor, kind) : undefined;
  return { name, kind, bound, default: value, ...cursor.spanFrom(start) };
}

function takeKind(cursor: Cursor): TypeParam["kind"] {
  if (cursor.accept("**")) return "ParamSpec";
  return cursor.accept("*") ? "TypeVarTuple" : "TypeVar";
}

function parseDefault(cursor: Cursor, kind: TypeParam["kind"]): Expression {
  const { expression } = cursor.grammar;
  return kind === "TypeVarTuple" ? parseMaybeStarred(cursor, expression) : expression(cursor);
}

function checkOrder(cursor: Cursor, earlier: readonly TypeParam[], param: TypeParam): void {
  if (earlier.some(({ name }) => name === param.name)) {
    throw cursor.error(`duplicate type parameter '${param.name}'`, param);
  }
  if (param.default === undefined && earlier.at(-1)?.default !== undefined) {
    throw cursor.error(`non-default type parameter '${param.name}' follows default type parameter`, param);
  }
}
