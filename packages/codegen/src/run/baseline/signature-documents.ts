import { parseJsonFile } from "../../read/json/json-file.js";
import { readSource } from "../../read/read-source.js";
import { isSignatureDocument } from "../../read/signature-document.js";
import type { SourceHost } from "../../read/source-host.js";
import type { ChainSignature } from "../../signature.js";

/** The signature documents of a folder, by file name. Other files in it do not count. */
export function signatureDocuments(host: SourceHost, folder: string): readonly ChainSignature[] {
  return host
    .list(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name}`)
    .filter((path) => isDocument(host, path))
    .flatMap((path) => readSource(host, path).signature ?? []);
}

function isDocument(host: SourceHost, path: string): boolean {
  const file = host.read(path);
  const json = file.ok ? parseJsonFile(path, file.bytes) : undefined;
  return json?.ok === true && isSignatureDocument(json.json.value);
}
