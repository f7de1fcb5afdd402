import type { Bytes } from "../bytes.js";
import type { StreamDescriptor } from "../chain.js";
import { joined } from "../joined.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";
import type { ByteStream } from "./chain-stream.js";
import { openStream } from "./open-stream.js";
import { singleUse } from "./single-use.js";
import type { StreamReader } from "./stream-reader.js";
import { wholeOf } from "./whole.js";

/**
 * Calls a chain that streams bytes, and returns once the headers of its answer have arrived. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot express is refused.
 * @param options - Where the chain is and how to call it. They override what the module was generated with.
 * @throws An error of the `ChainError` family or, after an abort, the reason of `options.signal`.
 */
export async function streamBytes<Input>(
  chain: StreamDescriptor<Input, "byte-stream">,
  input: Input,
  options: StreamCallOptions = {},
): Promise<ByteStream> {
  const reader = await openStream(chain, input, options);
  const next = (): Promise<IteratorResult<Bytes, undefined>> => reader.read().then((bytes) => resultOf(bytes, reader));
  const parts = singleUse({ next, leave: () => reader.cancel() }, reader);
  return {
    requestId: reader.requestId,
    [Symbol.asyncIterator]: parts,
    cancel: () => reader.cancel(),
    bytes: async () => joined(await wholeOf(parts, reader)),
  };
}

function resultOf(bytes: Bytes | undefined, reader: StreamReader): IteratorResult<Bytes, undefined> {
  if (bytes !== undefined) return { done: false, value: bytes };
  reader.throwFailure();
  return { done: true, value: undefined };
}
