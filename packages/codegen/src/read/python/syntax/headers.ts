import type { Cursor } from "./cursor.js";
import { LambdaScopes } from "./lambda-scopes.js";

/**
 * Steps over the header of a statement, up to its colon, which is not read.
 *
 * @returns whether the header itself yields, a lambda's own `yield` left aside.
 */
export function skipHeader(cursor: Cursor): boolean {
  return skipTokens(cursor, true);
}

/**
 * Steps over the rest of a logical line and its end.
 *
 * @returns whether the line itself yields, a lambda's own `yield` left aside.
 */
export function skipLine(cursor: Cursor): boolean {
  const yields = skipTokens(cursor, false);
  cursor.take();
  return yields;
}

function skipTokens(cursor: Cursor, endsAtColon: boolean): boolean {
  const scopes = new LambdaScopes();
  let yields = false;
  while (!cursor.atKind("newline") && !cursor.atKind("end")) {
    const isColon = scopes.see(cursor.token);
    if (isColon && endsAtColon) break;
    if (cursor.take().text === "yield" && !scopes.inBody) yields = true;
  }
  return yields;
}
