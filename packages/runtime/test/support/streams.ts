import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { FramedStreamDescriptor, StreamDescriptor } from "../../src/stream/index.js";
import { serve } from "./server.js";

type Input = Record<string, unknown>;

/** Chains of each kind of stream, whose address is told with each call. */
export const story: StreamDescriptor<Input, "text-stream"> = { name: "Story", transport: "text-stream" };
export const speech: StreamDescriptor<Input, "byte-stream"> = { name: "Speech", transport: "byte-stream" };
export const scribe: FramedStreamDescriptor<Input, unknown, unknown, unknown> = {
  name: "Scribe",
  transport: "framed-stream",
  frames: { header: true, footer: true },
};
export const items: FramedStreamDescriptor<Input, never, unknown, never> = {
  name: "Items",
  transport: "framed-stream",
  frames: { header: false, footer: false },
};

/** What happens to a body after its chunks. */
export type End = "end" | "cut" | "silence";

/** The options of a call that is answered with these chunks exactly: the network may join what a server writes. */
export function answering(chunks: readonly Uint8Array[]): { fetch: typeof fetch; baseUrl: string } {
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  };
  return { fetch: () => Promise.resolve(new Response(new ReadableStream({ start }))), baseUrl: "https://h.test" };
}

/** Starts a server that streams chunks as the model server does, each an HTTP chunk of its own. */
export async function serveChunks(chunks: Iterable<string | Uint8Array>, end: End = "end"): Promise<string> {
  const { origin } = await serve((response) => void stream(response, chunks, end));
  return origin;
}

/** Answers with chunks. It waits where the reader does not keep up. */
export async function stream(
  response: ServerResponse,
  chunks: Iterable<string | Uint8Array>,
  end: End = "end",
): Promise<void> {
  response.writeHead(200, { "content-type": "application/octet-stream", "x-baseten-request-id": "r1" });
  response.flushHeaders();
  const written = pipeline(eachInTurn(chunks), response, { end: false });
  // The reader may leave.
  await written.catch(() => {});
  if (end === "end") response.end();
  if (end === "cut") response.socket?.destroy();
}

async function* eachInTurn(chunks: Iterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) {
    yield chunk;
    await turn();
  }
}

/** Every byte by itself. */
export function bytewise(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

const tags = { header: 2, item: 3, footer: 4 };

/** A frame as truss writes it. */
export function frame(kind: keyof typeof tags, value: unknown): Buffer {
  return rawFrame(tags[kind], Buffer.from(JSON.stringify(value)));
}

/** A frame of any tag and content, with the length that it has or another one. */
export function rawFrame(tag: number, content: Uint8Array, length: number = content.length): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(tag);
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, content]);
}

/** All parts of a stream. */
export async function partsOf<Part>(stream: AsyncIterable<Part>): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}
