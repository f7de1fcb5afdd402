import type { ChainToPlan } from "../../../src/plan/plan-module.js";
import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../../../src/signature.js";
import { emitClient, planClient } from "./client.js";

/** A signature of a JSON chain named `Hello`, for what a test is not about. */
export function signatureOf(parts: Partial<ChainSignature>): ChainSignature {
  return {
    formatVersion: 1,
    name: "Hello",
    transport: "json",
    input: { type: "object", properties: {} },
    output: { type: "null" },
    ...parts,
  };
}

/** An object schema in which all the properties are required. */
export function objectOf(properties: Record<string, JsonSchema>, more: JsonSchemaObject = {}): JsonSchemaObject {
  return { type: "object", properties, required: Object.keys(properties), ...more };
}

/** The text of the module of one chain, whose id is baked in unless the test says otherwise. */
export async function moduleOf(
  parts: Partial<ChainSignature>,
  more: Partial<ChainToPlan> = { chainId: "abc123" },
): Promise<string> {
  const signature = signatureOf(parts);
  const { modules } = planClient([{ signature, source: "hello.py", ...more }]);
  const files = await emitClient(modules, { importExtension: "js" });
  const texts = [...files].filter(([path]) => path !== "index.ts").map(([, text]) => text);
  return texts.join("\n");
}

/** The declarations of a module without its head and its functions. */
export async function typesOf(parts: Partial<ChainSignature>): Promise<string> {
  const text = await moduleOf(parts);
  const start = text.indexOf('from "@typed-chains/runtime";\n') + 'from "@typed-chains/runtime";\n'.length;
  return text.slice(start, text.indexOf("/** Where the chain lives.")).trim();
}
