import { longestTimerMs } from "./deadline.js";

/** Waits, or until the signal is aborted. Neither a timer nor a listener is left. */
export function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, Math.min(delayMs, longestTimerMs));
    signal.addEventListener("abort", end);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    }
  });
}
