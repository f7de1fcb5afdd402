import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { authorizationFor } from "./api-key.js";
import { type KeyUse, refusedAnswer, saysNoSchema } from "./refused-answer.js";
import { shownUrl } from "./schema-url.js";

/** How long a server may take, and how much it may send. */
export interface FetchLimits {
  /** For the whole document, redirects included, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the body, in bytes. */
  readonly maximumBytes: number;
}

/** A schema document has some kilobytes, and a container answers from memory. */
const usualLimits: FetchLimits = { timeoutMs: 30_000, maximumBytes: 8 * 1024 * 1024 };

const maximumRedirects = 5;

/** What a server answered, or why it did not. */
export type FetchedDocument =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly diagnostic: Diagnostic;
      /** Whether a model server says that there is none. */
      readonly hasNoSchema: boolean;
    };

/**
 * Fetches a schema document. Redirects are followed; the key stays within the origin of `url`.
 *
 * @param key - The API key, if there is one.
 * @throws UsageError where the key does not fit into a header.
 */
export async function fetchDocument(
  url: URL,
  key: string | undefined,
  limits: FetchLimits = usualLimits,
): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let asked = url;
  for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
    const authorization = authorizationFor(key, url, asked);
    const answer = await ask(asked, authorization, signal, limits);
    if (!answer.ok) return unreachable(asked, answer.reason);
    const next = redirectOf(answer.response, asked);
    if (next === undefined) return judge(asked, answer, useOf(key, authorization));
    asked = next;
  }
  return unreachable(url, `it redirects more than ${maximumRedirects} times`);
}

interface Answer {
  readonly response: Response;
  /** Left out where they are too many. */
  readonly bytes?: Uint8Array;
}

async function ask(
  url: URL,
  authorization: string | undefined,
  signal: AbortSignal,
  { timeoutMs, maximumBytes }: FetchLimits,
): Promise<({ readonly ok: true } & Answer) | { readonly ok: false; readonly reason: string }> {
  const headers = { accept: "application/json", ...(authorization === undefined ? {} : { authorization }) };
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal });
    const bytes = await bodyOf(response, maximumBytes);
    return { ok: true, response, ...(bytes === undefined ? {} : { bytes }) };
  } catch (failure) {
    return { ok: false, reason: reasonOf(failure, timeoutMs) };
  }
}

function useOf(key: string | undefined, authorization: string | undefined): KeyUse {
  if (authorization !== undefined) return "sent";
  return key === undefined || key === "" ? "missing" : "withheld";
}

function judge(url: URL, { response, bytes }: Answer, key: KeyUse): FetchedDocument {
  if (bytes !== undefined && response.ok) return { ok: true, bytes };
  const text = bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  const { status } = response;
  return { ok: false, diagnostic: refusedAnswer(url, status, text, key), hasNoSchema: saysNoSchema(status, text) };
}

/** Where an answer leads, where it leads to another address of the web. */
function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  const next = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  return next !== undefined && /^https?:$/.test(next.protocol) ? next : undefined;
}

/** The body; `undefined`, with the rest left unread, where it is too large. */
async function bodyOf({ body }: Response, maximumBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > maximumBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unreachable(url: URL, reason: string): FetchedDocument {
  const help = "check the address, and that the chain is running";
  const diagnostic = error("TC701", `${shownUrl(url)} cannot be reached: ${reason}`, { help });
  return { ok: false, diagnostic, hasNoSchema: false };
}

/** Node tells why in the cause: a system error, or one for each address that was tried. */
function reasonOf(failure: unknown, timeoutMs: number): string {
  if (!(failure instanceof Error)) return "the request failed";
  if (failure.name === "TimeoutError") return `it did not answer within ${timeoutMs / 1000} s`;
  const { cause } = failure;
  if (!(cause instanceof Error)) return failure.message;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
