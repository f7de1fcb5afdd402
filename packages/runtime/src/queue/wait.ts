import type { AnyChain } from "../chain.js";
import type { ChainHttpError } from "../errors/chain-http-error.js";
import { isChainHttpError } from "../errors/guards.js";
import { checkOptions } from "../options/check-options.js";
import { throwIfEnded, withDeadline } from "../request/deadline.js";
import { pause } from "../request/pause.js";
import { type AsyncStatus, isPending } from "./async-status.js";

/** The platform takes 20 questions a second of all callers together: one caller is to ask once a second at most. */
const leastIntervalMs = 1000;

/** How to wait for the end of a queued call. */
export interface WaitOptions {
  /**
   * The wait between two queries, in milliseconds, at least 1000. Each wait is up to half as long again, at random.
   *
   * @defaultValue 1000
   */
  intervalMs?: number | undefined;
  /**
   * How long to wait in total, in milliseconds. A call may wait 72 hours for its turn.
   *
   * @defaultValue Infinity
   */
  timeoutMs?: number | undefined;
  /** Ends the waiting, but not the call. It then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** Asks for the status until it is an end. */
export async function pollUntilEnd(
  chain: AnyChain,
  ask: (options: { signal: AbortSignal }) => Promise<AsyncStatus>,
  options: WaitOptions,
): Promise<AsyncStatus> {
  checkOptions(chain.name, options, { intervalMs: leastIntervalMs });
  const { intervalMs = leastIntervalMs, timeoutMs = Infinity, signal } = options;
  return withDeadline(chain, { signal, timeoutMs }, async (ended, release) => {
    for (;;) {
      const status = await ask({ signal: ended }).catch(toleratedDelay);
      if (typeof status === "object" && !isPending(status)) {
        release();
        return status;
      }
      const askedMs = typeof status === "number" ? status : 0;
      await pause(Math.max(intervalMs, askedMs) + (Math.random() * intervalMs) / 2, ended);
      throwIfEnded(ended);
    }
  });
}

/** Too many questions are no failure: the next one comes later, at the pace of the waiting and not at that of tries. */
export function isTooMany(error: unknown): error is ChainHttpError {
  return isChainHttpError(error) && error.status === 429;
}

function toleratedDelay(error: unknown): number {
  if (isTooMany(error)) return error.retryAfterMs ?? 0;
  throw error;
}
