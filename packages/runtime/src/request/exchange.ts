import { ChainConnectionError } from "../errors/chain-connection-error.js";
import { readText } from "../response/read-text.js";
import { identityOf, type Reply } from "../response/reply.js";
import { type PostRequest, post } from "./post.js";

/** Sends a request and reads the answer, whatever it is. */
export async function exchange(chain: string, request: PostRequest): Promise<Reply> {
  let response: Response | undefined;
  try {
    response = await post(request);
    return { chain, response, text: await readText(response), secret: request.headers.get("authorization") };
  } catch (cause) {
    const message = `no whole answer from ${request.url.origin}: ${reasonOf(cause)}`;
    throw new ChainConnectionError(message, { ...identityOf(chain, response), cause });
  }
}

/** `fetch` says no more than "fetch failed"; what happened is in the cause, and of a host with several addresses in its parts. */
function reasonOf(error: unknown): string {
  const cause: unknown = (error instanceof Error && error.cause) || error;
  return cause instanceof AggregateError ? cause.errors.join("; ") : String(cause);
}
