import { posix } from "node:path";
import { hasError } from "../diagnostics/diagnostic.js";
import type { ChainSignature } from "../signature.js";
import { plainSignature } from "./plain-signature.js";
import type { SourceReading } from "./read-result.js";
import { openContext } from "./schema/open-context.js";
import { readInputSchema, readSchema } from "./schema/read-schemas.js";
import type { SourceHost } from "./source-host.js";

/** Two plain JSON Schemas that describe a chain: of its arguments, and of its result. */
export interface SchemaPair {
  /** The name that the chain has in TypeScript. */
  readonly name: string;
  /** The path of the schema of the arguments: an object with one property for each. */
  readonly inputSchema: string;
  /** The path of the schema of the result. */
  readonly outputSchema: string;
}

/** Reads two plain JSON Schemas of any draft from 4 to 2020-12 as the signature of a JSON chain. */
export function readSchemaPair(host: SourceHost, pair: SchemaPair): SourceReading {
  const context = openContext(host, pair.inputSchema);
  const { documents, diagnostics } = context;
  const [inputFile, outputFile] = [documents.load(pair.inputSchema), documents.load(pair.outputSchema)];
  const ofInput = { ...context, places: new Map() };
  const input = inputFile && readInputSchema(inputFile, [], inputFile.value, ofInput);
  const ofOutput = { ...context, folder: posix.dirname(pair.outputSchema), places: new Map() };
  const output = outputFile && readSchema(outputFile, [], outputFile.value, ofOutput);
  const { filesRead } = documents;
  if (input === undefined || output === undefined || hasError(diagnostics)) return { diagnostics, filesRead };
  const signature: ChainSignature = { formatVersion: 1, name: pair.name, transport: "json", input, output };
  return { signature: plainSignature(signature), diagnostics, filesRead };
}
