import type { StreamReader } from "./stream-reader.js";

/** What the parts of a stream are taken from. */
export interface PartSource<Part> {
  next(): Promise<IteratorResult<Part, undefined>>;
  /** Ends the request. A part that is waited for does not come. */
  leave(): void;
}

/**
 * Gives out the parts of a stream once: what was read is kept nowhere. Whoever leaves them early ends the request, even
 * while the next part is waited for.
 */
export function singleUse<Part>(source: PartSource<Part>, reader: StreamReader): () => AsyncIterator<Part, undefined> {
  let isTaken = false;
  return () => {
    if (isTaken) throw reader.error("the stream was read already, and can be read only once", { help: readOnce });
    isTaken = true;
    return {
      next: () => source.next(),
      return: () => {
        source.leave();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  };
}

const readOnce = "Keep what is needed twice.";
