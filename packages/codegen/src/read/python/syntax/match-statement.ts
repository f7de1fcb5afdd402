import { enterBlock, parseBlock } from "./blocks.js";
import type { Cursor } from "./cursor.js";
import { skipHeader } from "./headers.js";
import { parseSubject } from "./lists.js";
import type { Block, Statement } from "./nodes.js";

/** Whether a `match` statement comes next, and not a name: its line ends with a colon, and a `case` is under it. */
export function atMatch(cursor: Cursor): boolean {
  if (!cursor.at("match")) return false;
  let end = 1;
  while (cursor.ahead(end).kind !== "newline" && cursor.ahead(end).kind !== "end") end += 1;
  const isHeader = end > 2 && cursor.ahead(end - 1).text === ":";
  return isHeader && cursor.ahead(end + 1).kind === "indent" && cursor.ahead(end + 2).text === "case";
}

/** Reads a `match` statement. Its patterns declare nothing, and are stepped over. */
export function parseMatch(cursor: Cursor): Block {
  const start = cursor.take();
  parseSubject(cursor);
  cursor.expect(":", "expected ':'");
  enterBlock(cursor, "'match' statement", start.line);
  const bodies: (readonly Statement[])[] = [];
  while (cursor.at("case")) bodies.push(parseCase(cursor));
  if (!cursor.atKind("dedent")) throw cursor.error("invalid syntax");
  cursor.take();
  return { kind: "Block", keyword: "match", bodies, ...cursor.spanFrom(start) };
}

function parseCase(cursor: Cursor): readonly Statement[] {
  const start = cursor.take();
  skipHeader(cursor);
  return parseBlock(cursor, "'case' statement", start.line);
}
