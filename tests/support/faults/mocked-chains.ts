import type { ChainSignature, JsonValue } from "@typed-chains/codegen";

/** The ways to call a chain of the mock's, as `calls` has them. */
export type Way = "json" | "binary" | "text" | "bytes" | "frames" | "socket" | "queue";

/** A chain, what it answers, and what a caller gets of that. */
interface MockedChain {
  readonly signature: ChainSignature;
  readonly answer: JsonValue;
  readonly result: unknown;
}

const names = { type: "array", items: { type: "string" } };
const input = { type: "object", properties: { names }, required: ["names"] };
const common = { formatVersion: 1, name: "Faulty", input } as const;
const json: ChainSignature = { ...common, transport: "json", output: { type: "string" } };
const frames = { header: { type: "integer" }, item: { type: "integer" }, footer: { type: "integer" } };

/** A chain for each way to call one. */
export const mockedChains: Readonly<Record<Way, MockedChain>> = {
  json: { signature: json, answer: "fine", result: "fine" },
  binary: { signature: json, answer: "fine", result: "fine" },
  text: { signature: { ...common, transport: "text-stream" }, answer: ["fi", "ne"], result: "fine" },
  bytes: { signature: { ...common, transport: "byte-stream" }, answer: ["Zmk=", "bmU="], result: "fine" },
  frames: {
    signature: { ...common, transport: "framed-stream", frames },
    answer: { header: 1, items: [2], footer: 3 },
    result: [1, [2], 3],
  },
  socket: {
    signature: { formatVersion: 1, name: "Faulty", transport: "websocket" },
    answer: { greeting: ["fine", { close: 1000 }] },
    result: ["fine"],
  },
  queue: { signature: json, answer: "fine", result: /^[0-9a-f]{32}$/ },
};
