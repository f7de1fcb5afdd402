import { schemaDocument } from "../mock/schema-document.js";
import type { ChainSignature, JsonSchema } from "../signature.js";
import { type DocumentedChain, type DocumentReading, readDocument } from "./read-document.js";

/**
 * What the schema document of a chain with this signature would say of it, read as that of the running chain is read: what
 * the one cannot say is missing from the other too.
 *
 * @param result - The result as the document has it, where it is known better than from the signature.
 */
export function documentOf(
  signature: ChainSignature,
  result: JsonSchema | undefined = signature.output,
): DocumentReading {
  const document = schemaDocument(signature, result);
  return readDocument(signature.source ?? signature.name, new TextEncoder().encode(JSON.stringify(document)));
}

/** A signature of what was documented, to be compared. All have one name: names are not compared. */
export function signatureOf({ input, output, isStream }: DocumentedChain): ChainSignature {
  if (isStream) return { formatVersion: 1, name: "Chain", transport: "text-stream", input };
  return { formatVersion: 1, name: "Chain", transport: "json", input, output: output ?? true };
}
