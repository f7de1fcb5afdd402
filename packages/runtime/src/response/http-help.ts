import { page } from "../errors/chain-http-error.js";

const finalAddress = "Give the final address.";
const mayHaveRun = "The chain may have run: only `retry: { when }` tries it again.";

/** What to do about a status, or about its first digit: which option. */
const advice: Readonly<Record<number, string>> = {
  // A browser reports a redirect that it hides as status 0.
  0: finalAddress,
  3: finalAddress,
  5: mayHaveRun,
  401: "Check `apiKey` or BASETEN_API_KEY.",
  402: "Check the billing of the workspace of `apiKey`.",
  403: "Check what `apiKey` may do.",
  404: "Check `chainId` and `target`; what is scaled to zero needs a `wake`.",
  413: "Send less: 100 MB, or 256 KiB to the queue.",
  429: mayHaveRun,
  504: "The chain may still be running: queue it, if it answers with JSON.",
};

/** One line on what to do about a status. What was shed is tried again by default. */
export function httpHelp(status: number, wasShed: boolean): string {
  const line = wasShed
    ? "Raise `retry.maxAttempts`, or the replicas."
    : (advice[status] ?? advice[Math.trunc(status / 100)]);
  return line === undefined ? page : `${line} ${page}`;
}
