import { type Diagnostic, hasError } from "../../diagnostics/diagnostic.js";
import type { ChainSignature, JsonValue } from "../../signature.js";
import type { JsonFile } from "../json/json-file.js";
import { openContext } from "../schema/open-context.js";
import { readSignatureDocument } from "../signature-document.js";
import type { SourceHost } from "../source-host.js";

export type DocumentCheck =
  | { readonly ok: true; readonly signature: ChainSignature; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly reason: string };

/** Whether what the exporter wrote is a signature document, by the rules for documents of any origin. */
export function checkDocument(document: JsonValue, host: SourceHost, path: string): DocumentCheck {
  const context = openContext(host, path);
  const { diagnostics } = context;
  const json: JsonFile = { file: path, value: document, locate: () => ({ file: path }) };
  const isRead = readSignatureDocument(json, context) !== undefined && !hasError(diagnostics);
  if (isRead && isSignature(document)) return { ok: true, signature: document, warnings: diagnostics };
  return { ok: false, reason: diagnostics[0]?.message ?? "it is not an object" };
}

/**
 * What has been read without an error has this form. It is taken as it came, with the keywords that a document's reader
 * leaves out, because the reader of Python sources keeps them, too.
 */
function isSignature(document: unknown): document is ChainSignature {
  return typeof document === "object" && document !== null;
}
