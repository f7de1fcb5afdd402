import type { StreamDescriptor } from "../chain.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";
import type { TextStream } from "./chain-stream.js";
import { openStream } from "./open-stream.js";
import { singleUse } from "./single-use.js";
import { textParts } from "./text-parts.js";
import { wholeOf } from "./whole.js";

/**
 * Calls a chain that streams text, and returns once the headers of its answer have arrived. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot express is refused.
 * @param options - Where the chain is and how to call it. They override what the module was generated with.
 * @throws An error of the `ChainError` family or, after an abort, the reason of `options.signal`.
 */
export async function streamText<Input>(
  chain: StreamDescriptor<Input, "text-stream">,
  input: Input,
  options: StreamCallOptions = {},
): Promise<TextStream> {
  const reader = await openStream(chain, input, options);
  const parts = singleUse(textParts(reader), reader);
  return {
    requestId: reader.requestId,
    [Symbol.asyncIterator]: parts,
    cancel: () => reader.cancel(),
    text: async () => (await wholeOf(parts, reader)).join(""),
  };
}
