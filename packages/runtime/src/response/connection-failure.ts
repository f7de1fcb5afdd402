import { ChainConnectionError } from "../errors/chain-connection-error.js";
import type { ChainError } from "../errors/chain-error.js";
import { ChainTimeoutError } from "../errors/chain-timeout-error.js";
import { globalDispatcher } from "../request/patient-fetch.js";
import { identityOf } from "./reply.js";

/** The error of a connection that could not be made, or that broke before or after the headers of an answer. */
export function connectionFailure(chain: string, origin: string, cause: unknown, response?: Response): ChainError {
  const details = { ...identityOf(chain, response), cause };
  const reason = reasonOf(cause);
  if (!/(Headers|Body)TimeoutError/.test(reason)) {
    return new ChainConnectionError(`no whole answer from ${origin}: ${reason}`, details);
  }
  const name = globalDispatcher()?.constructor.name;
  const help = "Give the dispatcher `headersTimeout: 0` and `bodyTimeout: 0`, or queue the call.";
  return new ChainTimeoutError(`undici's dispatcher (${name}) has a time limit of its own`, { ...details, help });
}

/** `fetch` says no more than "fetch failed"; what happened is in the cause, and of a host with several addresses in its parts. */
function reasonOf(error: unknown): string {
  const cause: unknown = (error instanceof Error && error.cause) || error;
  return cause instanceof AggregateError ? cause.errors.join("; ") : String(cause);
}
