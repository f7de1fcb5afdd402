import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { JsonSchemaObject } from "../signature.js";
import { isJsonObject } from "./json/is-object.js";
import type { JsonFile } from "./json/json-file.js";
import { type NormalizeContext, normalizeSchema } from "./schema/normalize.js";
import { type OpenContext, openContext } from "./schema/open-context.js";
import { openEnds, type Places } from "./schema/open-ends.js";
import type { SourceHost } from "./source-host.js";

/** What the types of other libraries are, by qualified name: the user's answer to what cannot be read. */
export type GivenTypes = ReadonlyMap<string, JsonSchemaObject>;

/** Types as they were read, and what is wrong with them. */
export interface GivenTypesReading {
  readonly types: GivenTypes;
  readonly diagnostics: readonly Diagnostic[];
  readonly filesRead: readonly string[];
}

/** Reads a file of types: `{ "torch.Tensor": <JSON Schema>, … }`. */
export function readGivenTypes(host: SourceHost, path: string): GivenTypesReading {
  const context = openContext(host, path);
  const json = context.documents.load(path);
  return readingOf(json === undefined ? noTypes : typesIn(json, context), context);
}

/** Reads types that are part of a document, such as a config. */
export function readTypesOf(host: SourceHost, json: JsonFile): GivenTypesReading {
  const context = openContext(host, json.file);
  return readingOf(typesIn(json, context), context);
}

function readingOf(types: GivenTypes, { diagnostics, documents }: OpenContext): GivenTypesReading {
  return { types, diagnostics, filesRead: documents.filesRead };
}

const noTypes: GivenTypes = new Map();

function typesIn(json: JsonFile, context: NormalizeContext): GivenTypes {
  if (!isJsonObject(json.value)) {
    context.report(refusal(json, [], "the file is not an object"));
    return noTypes;
  }
  const types = new Map<string, JsonSchemaObject>();
  for (const [name, value] of Object.entries(json.value)) {
    const places: Places = new Map();
    const schema = normalizeSchema(json, [name], value, { ...context, places });
    openEnds(schema, false, places).forEach(context.report);
    if (typeof schema === "boolean" || schema.$ref !== undefined || schema.$defs !== undefined) {
      context.report(refusal(json, [name], `the schema of ${JSON.stringify(name)} is not self-contained`));
    } else types.set(name, schema);
  }
  return types;
}

function refusal(json: JsonFile, path: readonly string[], message: string): Diagnostic {
  const help = 'give an object of JSON Schemas without `$ref`: { "torch.Tensor": { "type": "array" } }';
  return error("TC240", message, { location: json.locate(path), help });
}
