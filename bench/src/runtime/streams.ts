import { type FramedStreamDescriptor, streamFrames, streamText } from "@typed-chains/runtime/stream";
import type { Contest } from "../measure/contest.js";
import { readBytes, readFrames, readText } from "./raw-reader.js";
import type { BenchServer } from "./start-server.js";

/** Streams as a loop reads them, against the bare reader of a body. */
export function streams(server: BenchServer): readonly Contest[] {
  return [
    text("a text stream, ASCII", server.at("ascii")),
    text("a text stream, many scripts", server.at("unicode")),
    frames("frames: a token each, written alone", server.at("tokens")),
    frames("frames: a record each, 240 B", server.at("records")),
    frames("frames: 100 records each, 25 kB", server.at("pages")),
    frames("frames: a sound each, 256 kB in base64", server.at("sounds")),
  ];
}

const common = { measure: "throughput", rounds: 60, warmUpRounds: 6 } as const;

function text(title: string, baseUrl: string): Contest {
  const ours = async (): Promise<number> => {
    let length = 0;
    const stream = await streamText({ name: "Bench", transport: "text-stream" }, {}, { baseUrl, apiKey: null });
    for await (const part of stream) length += part.length;
    return length;
  };
  const peers = { "a raw reader": { way: () => readText(baseUrl), goal: { atLeast: 0.95 } } };
  return { title, ...common, ours, peers };
}

function frames(title: string, baseUrl: string): Contest {
  const chain: FramedStreamDescriptor<object, never, unknown, never> = {
    name: "Bench",
    transport: "framed-stream",
    frames: { header: false, footer: false },
  };
  const ours = async (): Promise<void> => {
    for await (const item of await streamFrames(chain, {}, { baseUrl, apiKey: null })) void item;
  };
  const peers = {
    "frames by hand": { way: () => readFrames(baseUrl), goal: { atLeast: 0.8 } },
    "the bytes alone": { way: () => readBytes(baseUrl) },
  };
  return { title, ...common, ours, peers };
}
