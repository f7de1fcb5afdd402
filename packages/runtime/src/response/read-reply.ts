import type { Answer } from "./answer.js";
import { connectionFailure } from "./connection-failure.js";
import type { Reply } from "./reply.js";

/** The most that is read of an error: enough for a long Python stack, and no burden for the caller. */
const longestError = 1_000_000;

/** Reads an answer to its end; that of an error only so far that no server can fill the caller's memory with it. */
export async function readReply(answer: Answer): Promise<Reply> {
  const { chain, origin, response, secret } = answer;
  try {
    const { body } = response;
    // A `fetch` that is no platform's may have a body of its own kind.
    const isWhole = response.ok || body === null || !("getReader" in body);
    const text = await (isWhole ? response.text() : readError(body));
    // A spread of the answer would take longer than to look at it.
    return { chain, origin, response, secret, text };
  } catch (cause) {
    throw connectionFailure(chain, origin, cause, response, secret);
  }
}

async function readError(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < longestError) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
