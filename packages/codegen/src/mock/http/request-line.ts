import type { IncomingMessage } from "node:http";
import type { Answer } from "./answer.js";

/** What the mock tells about a request that it has answered. */
export interface MockRequest {
  /** The HTTP method. */
  readonly method: string;
  /** The target as it was sent. */
  readonly target: string;
  /** The HTTP status; 0 where the connection ended before the answer did. */
  readonly status: number;
  /** How long it took, from the request to the end of the answer. */
  readonly milliseconds: number;
  /** The fault that the answer was spoiled by. */
  readonly fault?: string;
  /** Why it was refused, in one short line. */
  readonly reason?: string;
}

/** How much of a reason is told: the rest is in the answer. */
const longestReason = 120;

/** Tells about a request. `started` is the time of `performance.now()` when it came. */
export function requestLine(
  { method = "", url: target = "" }: IncomingMessage,
  { fault, reason }: Partial<Answer>,
  status: number,
  started: number,
): MockRequest {
  const line = { method, target, status, milliseconds: performance.now() - started };
  if (fault !== undefined) return { ...line, fault };
  return reason === undefined ? line : { ...line, reason: inOneLine(reason) };
}

/** Names of arguments may have anything in them, such as what moves the cursor of a terminal. */
function inOneLine(text: string): string {
  const characters = [...text.replace(/[\s\p{C}]+/gu, " ")];
  return characters.length <= longestReason ? characters.join("") : `${characters.slice(0, longestReason).join("")}…`;
}
