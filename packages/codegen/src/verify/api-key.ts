import { isLoopback } from "../loopback.js";
import { UsageError } from "../usage-error.js";

/**
 * The `authorization` header of a request: the key goes to https or to this machine, and never to another origin than the
 * one that the user gave. Nothing where there is no key, or where it does not go.
 *
 * @throws UsageError where the key does not fit into a header. The message does not show it.
 */
export function authorizationFor(key: string | undefined, given: URL, asked: URL): string | undefined {
  if (key === undefined || key === "") return undefined;
  if (!/^[!-~]+$/.test(key))
    throw new UsageError("BASETEN_API_KEY is no key: it has a space, a line end or a character that is not ASCII.");
  if (given.origin !== asked.origin) return undefined;
  return asked.protocol === "https:" || isLoopback(asked) ? `Api-Key ${key}` : undefined;
}
