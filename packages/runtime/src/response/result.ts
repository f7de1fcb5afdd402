import type { Answer } from "./answer.js";
import { failureOf } from "./failure.js";
import { parseJson } from "./json.js";
import { readReply } from "./read-reply.js";
import { remoteExceptionOf } from "./remote-exception.js";
import type { Reply } from "./reply.js";

/** Reads an answer, and the result in it. */
export function resultOf(answer: Answer): Promise<unknown> {
  return readReply(answer).then(resultIn);
}

/**
 * The result in an answer: a 2xx that the server does not mark as an error, with JSON as its body. A user's
 * `HTTPException(200)` is a 200 too, so the body and the mark are looked at as well as the status.
 */
export function resultIn(reply: Reply): unknown {
  const { response, text } = reply;
  const body = parseJson(text);
  const isMarked = response.headers.has("x-baseten-error-code");
  if (response.ok && !isMarked && body !== undefined && remoteExceptionOf(body) === undefined) return body;
  throw failureOf(reply);
}
