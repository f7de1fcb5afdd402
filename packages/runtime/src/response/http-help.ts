const mayHaveRun = 'The chain may have run: only `retry: { when }` tries it again (Baseten docs, "Request lifecycle").';

/** What to do about a call that was shed, which is tried again by default. */
const shedHelp: Readonly<Record<number, string>> = {
  429: 'Raise `retry.maxAttempts`, or the replicas (Baseten docs, "Autoscaling").',
  502: 'Raise `retry.maxAttempts`, or call later (Baseten docs, "Request lifecycle").',
  503: 'Raise `retry.maxAttempts`, or call later (Baseten docs, "Request lifecycle").',
};

/** What to do about any other status, or about its first digit: which option, which page of Baseten's documentation. */
const help: Readonly<Record<number, string>> = {
  // A browser reports a redirect that it hides as status 0.
  0: "Give the final address.",
  3: "Give the final address: only 307 and 308 are followed, not to http.",
  5: mayHaveRun,
  401: 'Check `apiKey` or BASETEN_API_KEY (Baseten docs, "API keys").',
  402: "Check the billing of the workspace that `apiKey` belongs to.",
  403: 'Check what `apiKey` may do (Baseten docs, "API keys").',
  404: "Check `chainId` and `target`; a development deployment that is scaled to zero is a 404 until `wake`.",
  413: 'Send less: 100 MB, or 256 KiB to the queue (Baseten docs, "Inference errors").',
  429: mayHaveRun,
  504: 'The chain may still be running: queue such calls (Baseten docs, "Request lifecycle").',
};

/** One line on what to do about a status, where there is more to say than of any other. */
export function httpHelp(status: number, wasShed: boolean): { help?: string } {
  const line = (wasShed ? shedHelp : help)[status] ?? help[Math.trunc(status / 100)];
  return line === undefined ? {} : { help: line };
}
