import type { Answer } from "./answer.js";

/** What a server answered, read to its end. */
export interface Reply extends Answer {
  /** The body. */
  readonly text: string;
}

/** What every error repeats of an answer, or of none. */
export interface Identity {
  readonly chain: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** A call that failed, and its answer if there was one. */
type Failed = Pick<Answer, "chain" | "secret"> & { readonly response: Response | undefined };

/** The least length of what is taken for a key: shorter ones stand in for a key in tests, and in many an innocent word. */
const shortestKey = 8;

/** Picks what an error repeats; before there is an answer, it is the chain's name alone. */
export function identityOf({ chain, response, secret }: Failed): Identity {
  const text = response?.headers.get("x-baseten-request-id") ?? "";
  return { chain, status: response?.status, requestId: shownText({ secret, text }) || undefined };
}

/**
 * The text for an error. A server may show the headers that it got; the key must not come into ours that way: not in JSON, where
 * some characters have a backslash before them, and not as the name of a host, which has no capitals.
 */
export function shownText({ secret, text }: Pick<Reply, "secret" | "text">): string {
  const keys = secret.split(" ").filter((word) => word.length >= shortestKey);
  const pattern = keys.map((key) => key.replace(/\W/g, "\\\\?\\$&")).join("|");
  return pattern === "" ? text : text.replace(new RegExp(pattern, "gi"), "[key]");
}
