import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import type { ChainSignature } from "../signature.js";
import { plainSignature } from "./plain-signature.js";
import type { SourceReading } from "./read-result.js";
import { openDocuments } from "./schema/documents.js";
import { folderOf } from "./schema/normalize.js";
import { readInputSchema, readSchema } from "./schema/read-schemas.js";
import type { SourceHost } from "./source-host.js";

/** Two plain JSON Schemas that describe a chain: of its arguments, and of its result. */
export interface SchemaPair {
  readonly name: string;
  readonly inputSchema: string;
  readonly outputSchema: string;
}

/** Reads two plain JSON Schemas of any draft from 4 to 2020-12 as the signature of a JSON chain. */
export function readSchemaPair(host: SourceHost, pair: SchemaPair): SourceReading {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const documents = openDocuments(host, report);
  const [inputFile, outputFile] = [documents.load(pair.inputSchema), documents.load(pair.outputSchema)];
  const contextOf = (file: string) => ({ documents, folder: folderOf(file), report });
  const input = inputFile && readInputSchema(inputFile, [], inputFile.value, contextOf(pair.inputSchema));
  const output = outputFile && readSchema(outputFile, [], outputFile.value, contextOf(pair.outputSchema));
  const filesRead = [...documents.filesRead];
  if (input === undefined || output === undefined || hasError(diagnostics)) return { diagnostics, filesRead };
  const signature: ChainSignature = { formatVersion: 1, name: pair.name, transport: "json", input, output };
  return { signature: plainSignature(signature), diagnostics, filesRead };
}
