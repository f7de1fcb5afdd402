import type { Answer, Receive } from "../response/answer.js";
import { connectionFailure } from "../response/connection-failure.js";
import { decodeFailure } from "../response/failure.js";
import { readReply } from "../response/read-reply.js";
import { resultIn } from "../response/result.js";

/** How much of a body that is no message is shown, in bytes: as much as an error keeps in characters, and a little more. */
const shownBytes = 1000;

/** Makes what reads an answer and the result in its bytes. Whatever it is but a success, the server says it in JSON. */
export function binaryResult(read: (bytes: Uint8Array) => unknown): Receive<unknown> {
  return async (answer) => {
    const { ok, headers } = answer.response;
    const isBinary = /^application\/octet-stream\b/i.test(headers.get("content-type") ?? "");
    if (ok && isBinary && !headers.has("x-baseten-error-code")) return resultOf(answer, await readBytes(answer), read);
    const reply = await readReply(answer);
    resultIn(reply);
    throw decodeFailure(reply, "the answer is JSON, not in binary form");
  };
}

async function readBytes({ chain, origin, response, secret }: Answer): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw connectionFailure(chain, origin, cause, response, secret);
  }
}

function resultOf(answer: Answer, bytes: Uint8Array, read: (bytes: Uint8Array) => unknown): unknown {
  try {
    return read(bytes);
  } catch (cause) {
    const text = new TextDecoder().decode(bytes.subarray(0, shownBytes));
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw decodeFailure({ ...answer, text }, `the answer cannot be read: ${reason}`);
  }
}
