import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../signature.js";
import type { AnswerPart } from "./schema/reading.js";

/** The schema of a chain's arguments; without any, it is an empty object. */
export function inputOf({ input = { type: "object", properties: {} } }: ChainSignature): JsonSchemaObject {
  return input;
}

/** The schemas of what a chain answers with. A stream of text or bytes has none: its types are the runtime's. */
export function answersOf({ transport, output, frames }: ChainSignature): ReadonlyMap<AnswerPart, JsonSchema> {
  if (transport === "json") return new Map([["output", output ?? true]]);
  if (transport !== "framed-stream") return new Map();
  const { header, item = true, footer } = frames ?? {};
  const parts: [AnswerPart, JsonSchema | undefined][] = [
    ["header", header],
    ["item", item],
    ["footer", footer],
  ];
  return new Map(parts.flatMap(([part, schema]) => (schema === undefined ? [] : [[part, schema] as const])));
}
