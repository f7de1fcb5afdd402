/** Signals that end this process. */
const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Signals that are held back. */
export interface HeldSignals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Lets the signals through again: what came meanwhile now ends this process. */
  release(): void;
}

/** Holds back the signals that would end this process, so that it can put away first what it has begun. */
export function holdSignals(): HeldSignals {
  const controller = new AbortController();
  const received: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => {
    received.push(signal);
    controller.abort();
  };
  for (const signal of endingSignals) process.on(signal, hold);
  return {
    signal: controller.signal,
    release() {
      for (const signal of endingSignals) process.off(signal, hold);
      const [first] = received;
      if (first !== undefined) process.kill(process.pid, first);
    },
  };
}
