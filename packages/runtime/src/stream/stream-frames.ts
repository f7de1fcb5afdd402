import type { FramedStreamDescriptor } from "../chain.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";
import type { FramedStream } from "./chain-stream.js";
import { FrameParts } from "./frames/frame-parts.js";
import { FrameReader } from "./frames/frame-reader.js";
import { openStream } from "./open-stream.js";
import { singleUse } from "./single-use.js";

/** The most that the platform takes in a request. */
const defaultMaxFrameBytes = 104_857_600;

/**
 * Calls a chain that streams frames, and returns once the headers of its answer have arrived. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot express is refused.
 * @param options - Where the chain is and how to call it. They override what the module was generated with.
 * @returns The stream. Nothing in its frames is converted: they are the chain's JSON, as parsed.
 * @throws An error of the `ChainError` family or, after an abort, the reason of `options.signal`.
 */
export async function streamFrames<Input, Header, Item, Footer>(
  chain: FramedStreamDescriptor<Input, Header, Item, Footer>,
  input: Input,
  options: StreamCallOptions = {},
): Promise<FramedStream<Header, Item, Footer>> {
  const { maxFrameBytes = defaultMaxFrameBytes } = Object(options) as StreamCallOptions;
  const reader = await openStream(chain, input, options);
  const parts = new FrameParts<Item>(new FrameReader(reader, maxFrameBytes), chain.frames, reader);
  return {
    requestId: reader.requestId,
    [Symbol.asyncIterator]: singleUse(parts, reader),
    cancel: () => parts.leave(),
    get header() {
      return parts.header() as Promise<Header>;
    },
    get footer() {
      return parts.footer() as Promise<Footer>;
    },
  };
}
