import type { Transport } from "../signature.js";
import type { AnswerPart } from "./schema/reading.js";

/** The transports that a client can be generated for. */
export type GeneratedTransport = Exclude<Transport, "websocket">;

/** What a module uses of the runtime to call a chain of one transport. */
export interface TransportPlan {
  /** The module of the runtime that has all of it. */
  readonly from: string;
  readonly invoke: string;
  readonly descriptor: string;
  /** The type of a call's options, where the chain's address is known and where it is not. */
  readonly options: string;
  readonly addressedOptions: string;
  /** The type of a stream, and what it is a stream of; a result has neither. */
  readonly stream?: string;
  readonly streams?: string;
}

const stream = {
  from: "@typed-chains/runtime/stream",
  options: "StreamCallOptions",
  addressedOptions: "AddressedStreamCallOptions",
};

/** What each transport uses. */
export const transportPlans: Readonly<Record<GeneratedTransport, TransportPlan>> = {
  json: {
    from: "@typed-chains/runtime",
    invoke: "invoke",
    descriptor: "ChainDescriptor",
    options: "CallOptions",
    addressedOptions: "AddressedCallOptions",
  },
  "text-stream": {
    ...stream,
    invoke: "streamText",
    descriptor: "StreamDescriptor",
    stream: "TextStream",
    streams: "text",
  },
  "byte-stream": {
    ...stream,
    invoke: "streamBytes",
    descriptor: "StreamDescriptor",
    stream: "ByteStream",
    streams: "bytes",
  },
  "framed-stream": {
    ...stream,
    invoke: "streamFrames",
    descriptor: "FramedStreamDescriptor",
    stream: "FramedStream",
    streams: "items",
  },
};

/** The types of the frames of a stream: what is not declared never comes. */
export function frameTypes(answers: ReadonlyMap<AnswerPart, string>): readonly string[] {
  return (["header", "item", "footer"] as const).map((part) => answers.get(part) ?? "never");
}
