import { setImmediate as turn } from "node:timers/promises";
import { vi } from "vitest";
import type { Fault } from "./fault.js";

/** The time of a call. */
export interface Clock {
  /** Lets it go by, from now on. */
  readonly expire: () => void;
  /** Ends it, and gives how many timers of the call were left. */
  readonly stop: () => number;
}

/** The limit of the rows whose time runs out, in milliseconds. */
export const limitMs = 40;

/** Starts the time of a call: its own where the row says so, which stands still until the server has said all that it says. */
export function clockOf({ hasOwnClock }: Fault): Clock {
  if (hasOwnClock === undefined) return { expire: () => {}, stop: () => 0 };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let isStopped = false;
  // What the server said may still be on its way, so that the limit which is to end the call may begin later.
  const pass = async (): Promise<void> => {
    while (!isStopped) {
      vi.advanceTimersByTime(limitMs);
      await turn();
    }
  };
  const stop = (): number => {
    isStopped = true;
    const timers = vi.getTimerCount();
    vi.useRealTimers();
    return timers;
  };
  return { expire: () => void pass(), stop };
}
