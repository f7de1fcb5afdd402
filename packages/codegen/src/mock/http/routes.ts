import { type Answer, jsonAnswer } from "./answer.js";

/** A request whose body has been read. */
export interface MockCall {
  readonly method: string;
  /** The path, decoded, without the query. */
  readonly path: string;
  /** The query with its question mark, as it was sent; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** One thing that the mock serves. */
export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: RegExp;
  readonly answer: (call: MockCall) => Answer | Promise<Answer>;
}

/**
 * Finds who answers a call, as Starlette does: the first route of its path and method; else 405 by the first route of
 * its path; else a redirect where only a slash at the end is in the way.
 */
export function findAnswerer(routes: readonly Route[], call: MockCall): Route["answer"] {
  const ofPath = routes.filter((route) => route.path.test(call.path));
  const [first] = ofPath;
  const match = ofPath.find((route) => route.method === call.method);
  if (match !== undefined) return match.answer;
  if (first !== undefined) return () => methodNotAllowed(first.method);
  const other = toggleSlash(call.path);
  if (call.path !== "/" && routes.some((route) => route.path.test(other))) return () => redirect(call, other);
  return () => jsonAnswer(404, { detail: "Not Found" });
}

function methodNotAllowed(allowed: string): Answer {
  return jsonAnswer(405, { detail: "Method Not Allowed" }, { allow: allowed });
}

function toggleSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}

function redirect(call: MockCall, path: string): Answer {
  const host = typeof call.headers["host"] === "string" ? call.headers["host"] : "";
  const location = `http://${host}${encodeURI(path)}${call.query}`;
  return { status: 307, headers: { location }, body: "" };
}
