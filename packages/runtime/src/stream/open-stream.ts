import { perform } from "../call.js";
import type { AnyChain } from "../chain.js";
import { checkChain } from "../check-chain.js";
import type { CallOptions } from "../options/call-options.js";
import { checkOptions } from "../options/check-options.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";
import { withDeadline } from "../request/deadline.js";
import { encodeInput } from "../request/encode-input.js";
import type { Answer } from "../response/answer.js";
import { connectionFailure } from "../response/connection-failure.js";
import { decodeFailure } from "../response/failure.js";
import { readReply } from "../response/read-reply.js";
import { resultIn } from "../response/result.js";
import { StreamReader } from "./stream-reader.js";

/** What the platform never calls a stream, but for a proxy or a chain that does not stream any more. */
const noStream = /^(application\/json|text\/html)\b/i;

/** Makes a call, and returns when the headers of a stream have come. From then on the reader ends the request. */
export async function openStream(chain: AnyChain, input: unknown, given: StreamCallOptions): Promise<StreamReader> {
  checkChain(chain);
  checkOptions(chain.name, given, { stallTimeoutMs: 1, maxFrameBytes: 1 });
  const options = Object(given) as StreamCallOptions;
  const headers = acceptingStreams(options.headers);
  const request = new AbortController();
  return withDeadline(chain, options, (opening, release) => {
    opening.addEventListener("abort", () => request.abort(opening.reason));
    const body = (): string => encodeInput(chain.name, input);
    const receive = (answer: Answer): Promise<StreamReader> => readerOf(answer, request, options);
    const call = { chain, options: { ...options, headers }, operation: "run_remote", body, receive } as const;
    return perform(call, request.signal, release);
  });
}

/**
 * The caller's headers, and one that says that anything is fine: where `accept` is `application/json` and nothing else,
 * the model server gathers the stream, or spoils it.
 */
function acceptingStreams(given: CallOptions["headers"] = {}): Iterable<readonly [string, string]> {
  return {
    *[Symbol.iterator]() {
      yield* Symbol.iterator in given ? given : Object.entries(given);
      yield ["accept", "*/*"];
    },
  };
}

/** A stream is not marked as an error and is no JSON; whatever else comes is read, for the error that it is. */
async function readerOf(answer: Answer, request: AbortController, options: StreamCallOptions): Promise<StreamReader> {
  const { ok, headers } = answer.response;
  const isStream = !headers.has("x-baseten-error-code") && !noStream.test(headers.get("content-type") ?? "");
  if (ok && isStream) return begin(answer, request, options);
  const reply = await readReply(answer);
  resultIn(reply);
  throw decodeFailure(reply, "the answer is JSON, not a stream");
}

/** A body that somebody else reads already cannot be begun: an answer of the caller's own `fetch`, used twice. */
function begin(answer: Answer, request: AbortController, options: StreamCallOptions): StreamReader {
  try {
    return new StreamReader(answer, request, options);
  } catch (cause) {
    throw connectionFailure(answer.chain, answer.origin, cause, answer.response, answer.secret);
  }
}
