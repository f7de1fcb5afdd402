import type { ChainError } from "../errors/chain-error.js";
import type { Answer } from "../response/answer.js";
import { decodeFailure, failureOf } from "../response/failure.js";
import { readReply } from "../response/read-reply.js";

/** The error of an answer that is no upgrade: that of any call, and for a success that there is no websocket. */
export async function refusalOf(answer: Answer): Promise<ChainError> {
  const reply = await readReply(answer);
  const { ok, headers } = answer.response;
  const isSuccess = ok && !headers.has("x-baseten-error-code");
  return isSuccess ? decodeFailure(reply, "the answer is not a websocket") : failureOf(reply);
}

/** The status of an answer, and its headers where they are known. */
export interface ToldHead {
  readonly status: number;
  readonly headers?: Headers;
}

/** The answer that a platform tells of; nothing where none can have such a status. */
export function toldResponse(head: ToldHead, body: string | Uint8Array<ArrayBuffer>): Response | undefined {
  const { status } = head;
  if (status < 200 || status > 599) return undefined;
  return new Response([204, 205, 304].includes(status) ? null : body, head);
}

/** Where `ws`, Bun and Deno say in words which status came: "Unexpected server response: 401". */
const saidStatus = /(?:status code|server response): (\d{3})$/;

/** The answer that the words of a platform tell of, if they do. */
export function saidResponse(words: string): Response | undefined {
  const [, status] = saidStatus.exec(words) ?? [];
  return status === undefined ? undefined : toldResponse({ status: Number(status) }, words);
}
