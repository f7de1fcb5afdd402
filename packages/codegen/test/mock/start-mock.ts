import { type MockOptions, type MockServer, startMock } from "../../src/mock/mock-server.js";
import type { ChainSignature, JsonSchema } from "../../src/signature.js";

/** A signature with the given arguments, all required, and output. */
export function signatureOf(properties: Record<string, JsonSchema>, output: JsonSchema): ChainSignature {
  const input = { type: "object", properties, required: Object.keys(properties) };
  return { formatVersion: 1, name: "Chain", transport: "json", input, output };
}

/** Starts a mock on a free port, lets it be used, and stops it. */
export async function withMock<Result>(
  options: MockOptions<never>,
  use: (server: MockServer) => Promise<Result>,
): Promise<Result> {
  const start = await startMock(options, 0);
  if (!start.ok) throw new Error(start.diagnostics.map((diagnostic) => diagnostic.message).join());
  try {
    return await use(start.server);
  } finally {
    await start.server.close();
  }
}
