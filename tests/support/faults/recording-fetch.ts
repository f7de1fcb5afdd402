/** A `fetch` that notes what it is given, with the key's header apart, and then does what `fetch` does. */
export function recordingFetch(): {
  readonly fetch: typeof fetch;
  /** The arguments of each call, without the header. */
  readonly given: readonly unknown[];
  /** The header of each call. */
  readonly authorizations: readonly (string | null)[];
} {
  const given: unknown[] = [];
  const authorizations: (string | null)[] = [];
  const recording: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    authorizations.push(headers.get("authorization"));
    headers.delete("authorization");
    given.push([url, { ...init, headers: [...headers] }]);
    return fetch(url, init);
  };
  return { fetch: recording, given, authorizations };
}
