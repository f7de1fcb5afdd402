import { ChainConfigError } from "../errors/chain-config-error.js";
import { ChainTimeoutError } from "../errors/chain-timeout-error.js";
import type { CallOptions } from "../options/call-options.js";

/** What the platform allows a synchronous call. */
export const defaultTimeoutMs: number = 1_200_000;

/** Timers hold no more; a longer wait would end at once. */
export const longestTimerMs: number = 2 ** 31 - 1;

/**
 * Does work that the caller's signal or the time limit can end. It ends then even if the work does not listen, and rejects
 * with the signal's own reason or a {@link ChainTimeoutError}. No timer and no listener outlives it, and no request.
 */
export function withDeadline<Result>(
  chain: string,
  { signal, timeoutMs = defaultTimeoutMs }: CallOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (!(timeoutMs > 0)) throw new ChainConfigError("`timeoutMs` has to be more than 0", { chain });
    const controller = new AbortController();
    const release = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    };
    const fail = (error: Error): void => {
      release();
      reject(error);
      controller.abort();
    };
    const leave = (): void => fail(signal?.reason as Error);
    const expire = (): void => fail(new ChainTimeoutError(`no result within ${timeoutMs} ms`, { chain }));
    const timer = setTimeout(expire, Math.min(timeoutMs, longestTimerMs));
    signal?.addEventListener("abort", leave);
    // What has succeeded is over, and not aborted: `fetch` would make an error of that, with its stack, for nobody.
    work(controller.signal).then((result) => {
      release();
      resolve(result);
    }, fail);
  });
}
