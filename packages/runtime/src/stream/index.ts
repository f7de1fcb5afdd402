export type { Bytes } from "../bytes.js";
export type { FramedStreamDescriptor, StreamDescriptor } from "../chain.js";
export type { AddressedStreamCallOptions, StreamCallOptions } from "../options/stream-call-options.js";
export type { ByteStream, ChainStream, FramedStream, TextStream } from "./chain-stream.js";
export { streamBytes } from "./stream-bytes.js";
export { streamFrames } from "./stream-frames.js";
export { streamText } from "./stream-text.js";
