import { ChainDecodeError } from "../errors/chain-decode-error.js";
import type { ChainError } from "../errors/chain-error.js";
import { ChainHttpError } from "../errors/chain-http-error.js";
import { ChainInputError } from "../errors/chain-input-error.js";
import { ChainRemoteError } from "../errors/chain-remote-error.js";
import { httpHelp } from "./http-help.js";
import { inputProblemsOf } from "./input-problems.js";
import { isRecord, parseJson } from "./json.js";
import { redirectOf } from "./redirect.js";
import { remoteExceptionOf } from "./remote-exception.js";
import { identityOf, type Reply, shownText } from "./reply.js";
import { retryAfterMsOf } from "./retry-after.js";
import { wasShed } from "./was-shed.js";

/** How much of a body an HTTP error keeps, and how much of one stands in a message or shows what is no JSON. */
const longestBody = 10_000;
const longestSample = 500;

/** The statuses whose cause is passing, unless the container itself answered (Baseten docs, "HTTP client configuration"). */
const passing: readonly number[] = [408, 429, 500, 502, 503, 504];

type HttpDetails = Pick<ChainHttpError, "body" | "retryAfterMs" | "retryable" | "help">;

/** The error of an answer that is no result. */
export function failureOf(reply: Reply): ChainError {
  const { ok, status } = reply.response;
  const identity = identityOf(reply);
  const text = shownText(reply);
  const body = parseJson(text);
  const exception = remoteExceptionOf(body);
  if (exception !== undefined) {
    return new ChainRemoteError(`${exception.remoteName}: ${exception.remoteMessage}`, { ...identity, ...exception });
  }
  const reason = reasonOf(body) ?? text;
  const problems = status === 400 ? inputProblemsOf(reason) : undefined;
  if (problems !== undefined) return new ChainInputError(reason, { ...identity, problems });
  if (ok && body === undefined) return decodeFailure(reply, "the answer is empty or not JSON");
  return new ChainHttpError(`HTTP ${status}${leadOf(reply)}${reason && `: ${reason.slice(0, longestSample)}`}`, {
    ...identity,
    ...httpDetailsOf(reply.response, text.slice(0, longestBody)),
  });
}

/** What the error of the platform, or of a container which raised nothing, has besides. */
function httpDetailsOf({ status, headers }: Response, body: string): HttpDetails {
  const retryable = passing.includes(status) && !headers.has("x-baseten-error-source");
  const help = httpHelp(status, wasShed({ status, retryable, body }));
  return { body, retryAfterMs: retryAfterMsOf(headers), retryable, help };
}

/** Where a redirect leads. What else stands in such a URL (a query, a name and a password) may be secret. */
function leadOf({ origin, response, secret }: Reply): string {
  const target = redirectOf(response, response.url || origin);
  const address = target === undefined ? "" : shownText({ secret, text: target.origin + target.pathname });
  return address && `, a redirect to ${address.slice(0, longestSample)}`;
}

/** The error of a success whose body is not what the call returns. */
export function decodeFailure(reply: Reply, message: string): ChainDecodeError {
  const body = shownText(reply).slice(0, longestSample);
  return new ChainDecodeError(shownText({ ...reply, text: message }), { ...identityOf(reply), body });
}

/**
 * What an error body says: the platform's and the container's `{ "error": "…" }`, the development server's
 * `{ "error": { "msg": "…" } }` or bare text, the router's `{ "detail": "…" }`.
 */
function reasonOf(body: unknown): string | undefined {
  const error = isRecord(body) ? (body["error"] ?? body["detail"]) : body;
  const reason = isRecord(error) ? error["msg"] : error;
  return typeof reason === "string" ? reason : undefined;
}
