/** Those whom the abort of one signal ends. It is the signal's only listener of ours: the same one, added again, is still one. */
class Listener {
  readonly ends = new Set<() => void>();

  handleEvent(): void {
    for (const end of this.ends) end();
  }
}

const listeners = new WeakMap<AbortSignal, Listener>();

/**
 * Has the abort of a caller's signal end something, and gives what takes it back. A signal may be shared by any number of calls,
 * but Node 20 takes more than ten listeners for a leak, and warns.
 */
export function onAbort(signal: AbortSignal, end: () => void): () => void {
  const listener = listeners.get(signal) ?? new Listener();
  signal.addEventListener("abort", listener);
  listeners.set(signal, listener);
  listener.ends.add(end);
  return () => {
    listener.ends.delete(end);
    if (listener.ends.size === 0) signal.removeEventListener("abort", listener);
  };
}
