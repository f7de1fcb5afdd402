import { globalDispatcher } from "../dispatcher.js";
import { ChainConnectionError } from "../errors/chain-connection-error.js";
import type { ChainError } from "../errors/chain-error.js";
import { ChainTimeoutError } from "../errors/chain-timeout-error.js";
import { isRecord } from "./json.js";
import { identityOf } from "./reply.js";

/** What the platforms say of a body that somebody else reads, or that is too long: the next one would be so, too. */
const unreadable = /already|locked|longer|unusable/;

/** The error of a connection that could not be made, or that broke before or after the headers of an answer. */
export function connectionFailure(
  chain: string,
  origin: string,
  cause: unknown,
  response?: Response,
  secret = "",
): ChainError {
  const details = { ...identityOf({ chain, response, secret }), cause };
  const message = `no full answer from ${origin}: ${reasonOf(cause)}`;
  if (!/(Headers|Body)TimeoutError/.test(message)) {
    const retryable = response === undefined || !unreadable.test(String(cause));
    return new ChainConnectionError(message, { ...details, retryable });
  }
  const help = "Give undici's dispatcher `headersTimeout: 0` and `bodyTimeout: 0`.";
  return new ChainTimeoutError(`${message}, sent by ${globalDispatcher()?.constructor.name}`, { ...details, help });
}

/**
 * `fetch` says no more than "fetch failed"; what happened is in the cause, and of a host with several addresses in its parts.
 * The errors are not asked for their classes: in Jest, those of `fetch` are of another realm. The bytes that undici or Node
 * could not parse are taken off the cause: a server may send back what it got, and the key with it.
 */
export function reasonOf(error: unknown): string {
  const cause: unknown = (isRecord(error) && error["cause"]) || error;
  if (isRecord(cause)) {
    delete cause[cause["name"] === "HTTPParserError" ? "data" : "rawPacket"];
    if (Array.isArray(cause["errors"])) return cause["errors"].join("; ");
  }
  return String(cause);
}
