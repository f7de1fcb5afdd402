import type { AnyChain } from "../chain.js";
import { checkChain } from "../check-chain.js";
import { ChainTimeoutError } from "../errors/chain-timeout-error.js";
import type { CallOptions } from "../options/call-options.js";
import { checkOptions } from "../options/check-options.js";
import { onAbort } from "./on-abort.js";

/** What the platform allows a synchronous call. */
export const defaultTimeoutMs: number = 1_200_000;

/** Timers hold no more; a longer wait would end at once. */
export const longestTimerMs: number = 2 ** 31 - 1;

/**
 * Does work that the caller's signal or the time limit can end. It ends then even if the work does not listen, and rejects
 * with the signal's own reason or a {@link ChainTimeoutError}. No timer and no listener outlives it, and no request.
 *
 * The work says by `release` that it succeeded. A handler that did it would cut the stack: only through the promise's own
 * `resolve` does V8 find who waits for the work, and an error of the work name its caller.
 */
export function withDeadline<Result>(
  chain: AnyChain,
  options: CallOptions | null,
  work: (signal: AbortSignal, release: () => void) => Promise<Result>,
): Promise<Result> {
  try {
    checkChain(chain);
    checkOptions(chain.name, options, { signal: "AbortSignal", timeoutMs: 1, fetch: "function" });
  } catch (error) {
    const refusal = error as Error;
    return Promise.reject(refusal);
  }
  const { signal, timeoutMs = defaultTimeoutMs } = options ?? {};
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  // Outside of its executor, the work has fewer frames between it and the caller: a stack has ten.
  let resolve!: (result: Result) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Result>((...settle) => {
    [resolve, reject] = settle;
  });
  const controller = new AbortController();
  const release = (): void => {
    clearTimeout(timer);
    forget?.();
  };
  const fail = (error: Error): void => {
    release();
    reject(error);
    controller.abort();
  };
  const leave = (): void => fail(signal?.reason as Error);
  const expire = async (): Promise<void> => {
    const error = new ChainTimeoutError(`no result within ${timeoutMs} ms`, { chain: chain.name });
    controller.abort(error);
    // Work that listens fails with it in a few turns, and from where it waits: the stack says where.
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    fail(error);
  };
  const forget = signal ? onAbort(signal, leave) : undefined;
  const timer = setTimeout(() => void expire(), Math.min(timeoutMs, longestTimerMs));
  // What has succeeded is over, and not aborted: `fetch` would make an error of that, with its stack, for nobody.
  work(controller.signal, release).then(resolve, fail);
  return promise;
}

/**
 * Throws what ended the work, if anything did. A timer made that error, and nobody waits for a timer: it gets the stack of who
 * does.
 */
export function throwIfEnded(signal: AbortSignal): void {
  if (!signal.aborted) return;
  const { captureStackTrace } = Error as { readonly captureStackTrace?: (error: unknown) => void };
  captureStackTrace?.(signal.reason);
  throw signal.reason;
}
