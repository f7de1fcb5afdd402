import type { Answer } from "./answer.js";
import { connectionFailure } from "./connection-failure.js";
import type { Reply } from "./reply.js";

/** The most that is read of an error: enough for a long Python stack, and no burden for the caller. */
const longestError = 1_000_000;

/** Reads an answer to its end. */
export async function readReply(answer: Answer): Promise<Reply> {
  const { chain, origin, response } = answer;
  try {
    return { ...answer, text: await readText(response) };
  } catch (cause) {
    throw connectionFailure(chain, origin, cause, response);
  }
}

/** Reads a body as text; that of an error only so far that no server can fill the caller's memory with it. */
async function readText(response: Response): Promise<string> {
  if (response.ok || response.body === null) return response.text();
  const reader = response.body.getReader();
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
