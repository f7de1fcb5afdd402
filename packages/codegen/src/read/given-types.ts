import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { JsonSchemaObject } from "../signature.js";
import { isJsonObject } from "./json/is-object.js";
import type { JsonFile } from "./json/json-file.js";
import { openDocuments } from "./schema/documents.js";
import { folderOf, normalizeSchema } from "./schema/normalize.js";
import type { SourceHost } from "./source-host.js";

/** What the types of other libraries are, by qualified name: the user's answer to what cannot be read. */
export type GivenTypes = ReadonlyMap<string, JsonSchemaObject>;

/** Reads a file of types: `{ "torch.Tensor": <JSON Schema>, … }`. */
export function readGivenTypes(
  host: SourceHost,
  path: string,
): { readonly types: GivenTypes; readonly diagnostics: readonly Diagnostic[]; readonly filesRead: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const documents = openDocuments(host, report);
  const json = documents.load(path);
  const types = new Map<string, JsonSchemaObject>();
  if (json !== undefined && !isJsonObject(json.value)) report(refusal(json, [], "the file holds no object"));
  for (const [name, value] of Object.entries(isJsonObject(json?.value) ? json.value : {})) {
    if (json === undefined) break;
    const schema = normalizeSchema(json, [name], value, { documents, folder: folderOf(path), report });
    if (typeof schema === "boolean" || schema.$ref !== undefined || schema.$defs !== undefined) {
      report(refusal(json, [name], `the schema of ${JSON.stringify(name)} does not stand alone`));
    } else types.set(name, schema);
  }
  return { types, diagnostics, filesRead: [...documents.filesRead] };
}

function refusal(json: JsonFile, path: readonly string[], message: string): Diagnostic {
  const help = 'give an object of JSON Schemas without `$ref`: { "torch.Tensor": { "type": "array" } }';
  return error("TC240", message, { location: json.locate(path), help });
}
