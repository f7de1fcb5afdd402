/** What to do about a status, or about its first digit: which option, which page of Baseten's documentation. */
const help: Readonly<Record<number, string>> = {
  // A browser reports a redirect that it hides as status 0.
  0: "Give the final address.",
  3: "Give the final address: only 307 and 308 are followed, not to http.",
  5: 'Try again later, or raise `retry` (Baseten docs, "Request lifecycle").',
  401: 'Check `apiKey` or BASETEN_API_KEY (Baseten docs, "API keys").',
  402: "Check the billing of the workspace that `apiKey` belongs to.",
  403: 'Check what `apiKey` may do (Baseten docs, "API keys").',
  404: "Check `chainId` and `target`; a development deployment that is scaled to zero is a 404 until `wake`.",
  413: 'Send less: 100 MB, or 256 KiB to the queue (Baseten docs, "Inference errors").',
  429: 'Raise `retry.maxAttempts`, or the replicas (Baseten docs, "Autoscaling").',
};

/** One line on what to do about a status, where there is more to say than of any other. */
export function httpHelp(status: number): { help?: string } {
  const line = help[status] ?? help[Math.trunc(status / 100)];
  return line === undefined ? {} : { help: line };
}
