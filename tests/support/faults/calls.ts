import { type ChainDescriptor, invoke, invokeAsync, reattach } from "@typed-chains/runtime";
import { type BinaryChainDescriptor, invokeBinary } from "@typed-chains/runtime/binary";
import {
  type FramedStreamDescriptor,
  type StreamCallOptions,
  type StreamDescriptor,
  streamBytes,
  streamFrames,
  streamText,
} from "@typed-chains/runtime/stream";
import { connect, type WebSocketDescriptor } from "@typed-chains/runtime/websocket";
import WebSocket from "ws";

type Input = Record<string, unknown>;

const json: ChainDescriptor<Input, unknown> = { name: "Faulty", transport: "json" };
const binary: BinaryChainDescriptor<Input, unknown, Input, unknown> = { name: "Faulty", transport: "json" };
const text: StreamDescriptor<Input, "text-stream"> = { name: "Faulty", transport: "text-stream" };
const bytes: StreamDescriptor<Input, "byte-stream"> = { name: "Faulty", transport: "byte-stream" };
const frames: FramedStreamDescriptor<Input, unknown, unknown, unknown> = {
  name: "Faulty",
  transport: "framed-stream",
  frames: { header: true, footer: true },
};
const socket: WebSocketDescriptor = { name: "Faulty", transport: "websocket" };

const input: Input = { names: ["Ada"] };

/** The options of every call: those of a stream hold those of the others. No target, so that a queue takes them too. */
export type FaultCallOptions = Omit<StreamCallOptions, "target">;

type Call = (options: FaultCallOptions) => Promise<unknown>;

/** Every way to call a chain, to its end. */
export const calls = {
  json: (options) => invoke(json, input, options),
  binary: (options) => invokeBinary(binary, input, options),
  text: async (options) => (await streamText(text, input, options)).text(),
  bytes: async (options) => Buffer.from(await (await streamBytes(bytes, input, options)).bytes()).toString(),
  frames: async (options) => {
    const stream = await streamFrames(frames, input, options);
    const items: unknown[] = [];
    for await (const item of stream) items.push(item);
    return [await stream.header, items, await stream.footer];
  },
  socket: async (options) => {
    const messages: unknown[] = [];
    for await (const message of await connect(socket, { ...options, webSocket: WebSocket })) messages.push(message);
    return messages;
  },
  queue: async (options) => (await invokeAsync(json, input, { ...options, webhookEndpoint: null })).requestId,
  status: async (options) => (await reattach(json, "r1", options).status()).status,
  cancel: (options) => reattach(json, "r1", options).cancel(),
  wait: async (options) => (await reattach(json, "r1", options).wait()).status,
} as const satisfies Readonly<Record<string, Call>>;
