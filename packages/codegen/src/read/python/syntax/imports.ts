import type { Cursor } from "./cursor.js";
import type { Import, ImportedName, ImportFrom } from "./nodes.js";

/** Reads `import a.b as c, d`. */
export function parseImport(cursor: Cursor): Import {
  const start = cursor.expect("import");
  const names = [parseImportedName(cursor, parseDottedName)];
  while (cursor.accept(",")) names.push(parseImportedName(cursor, parseDottedName));
  return { kind: "Import", names, ...cursor.spanFrom(start) };
}

/** Reads `from .a import b as c, d`. */
export function parseImportFrom(cursor: Cursor): ImportFrom {
  const start = cursor.expect("from");
  const level = parseDots(cursor);
  const module = level > 0 && cursor.at("import") ? "" : parseDottedName(cursor);
  cursor.expect("import");
  const names = parseNames(cursor);
  return { kind: "ImportFrom", level, module, names, ...cursor.spanFrom(start) };
}

function parseDots(cursor: Cursor): number {
  let level = 0;
  while (cursor.at(".") || cursor.at("...")) level += cursor.take().text.length;
  return level;
}

function parseNames(cursor: Cursor): ImportedName[] {
  const start = cursor.token;
  if (cursor.accept("*")) return [{ name: "*", as: undefined, ...cursor.spanFrom(start) }];
  if (cursor.accept("(")) return parseNamesInParentheses(cursor);
  const names = [parseImportedName(cursor, parseName)];
  while (cursor.accept(",")) {
    if (cursor.atKind("newline")) throw cursor.error("trailing comma not allowed without surrounding parentheses");
    names.push(parseImportedName(cursor, parseName));
  }
  return names;
}

function parseNamesInParentheses(cursor: Cursor): ImportedName[] {
  const names = [parseImportedName(cursor, parseName)];
  while (cursor.accept(",") && !cursor.at(")")) names.push(parseImportedName(cursor, parseName));
  cursor.expect(")");
  return names;
}

function parseImportedName(cursor: Cursor, parse: (cursor: Cursor) => string): ImportedName {
  const start = cursor.token;
  const name = parse(cursor);
  const as = cursor.accept("as") ? parseName(cursor) : undefined;
  return { name, as, ...cursor.spanFrom(start) };
}

function parseName(cursor: Cursor): string {
  return cursor.expectName().text;
}

function parseDottedName(cursor: Cursor): string {
  const names = [parseName(cursor)];
  while (cursor.accept(".")) names.push(parseName(cursor));
  return names.join(".");
}
