import type { ReadOptions } from "./read/read-source.js";
import type { SchemaPair } from "./read/schema-pair.js";

/** A file that says everything, or two plain JSON Schemas. */
export type ChainSource = { readonly path: string; readonly options: ReadOptions } | { readonly schemas: SchemaPair };

/** The file that a source is known by: of two schemas, that of the arguments. */
export function sourcePath(source: ChainSource): string {
  return "schemas" in source ? source.schemas.inputSchema : source.path;
}
