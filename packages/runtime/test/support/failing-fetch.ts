/** A `fetch` that fails so often, in each of the ways in turn, and then answers. */
export function failingFetch(...failures: (() => Response)[]): {
  readonly fetch: typeof fetch;
  readonly made: () => number;
} {
  let made = 0;
  const fake: typeof fetch = () => Promise.resolve().then(() => failures[made++]?.() ?? new Response('"fine"'));
  return { fetch: fake, made: () => made };
}

/** A connection that nobody takes. */
export const refused = (): never => {
  throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:9") });
};
/** Too many calls. */
export const busy = (headers: Record<string, string> = {}): (() => Response) => {
  return () => new Response('{"error":"busy"}', { status: 429, headers });
};
