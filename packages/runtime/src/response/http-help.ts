const key = "Check `apiKey` or BASETEN_API_KEY.";

/** What to do about a status, or about its first digit. A browser reports a redirect that it hides as status 0. */
const help: Readonly<Record<number, string>> = {
  0: "Give the final address.",
  3: "Give the final address: only 307 and 308 are followed, not to http.",
  401: key,
  403: key,
  404: "Check `chainId`, `target`, `url` or `baseUrl`.",
  413: 'Send less (Baseten docs, "Inference errors").',
};

/** One line on what to do about a status, where there is more to say than of any other. */
export function httpHelp(status: number): { help?: string } {
  const line = help[status] ?? help[Math.trunc(status / 100)];
  return line === undefined ? {} : { help: line };
}
