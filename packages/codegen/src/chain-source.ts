import type { Introspection } from "./read/introspect/introspection.js";
import type { ReadOptions } from "./read/read-source.js";
import { pathItself } from "./read/revision-path.js";
import type { SchemaPair } from "./read/schema-pair.js";

/** What is read and never run: a file that says everything, or two plain JSON Schemas. */
export type StaticSource =
  | { readonly path: string; readonly options: ReadOptions; readonly introspection?: undefined }
  | { readonly schemas: SchemaPair };

/** A chain's Python file whose module the user's own Python is to import. */
export interface IntrospectedSource {
  readonly path: string;
  readonly options: ReadOptions;
  readonly introspection: Introspection;
}

/** Where a chain's signature comes from. */
export type ChainSource = StaticSource | IntrospectedSource;

/** The file that a source is known by, whatever revision it is of: of two schemas, that of the arguments. */
export function sourcePath(source: ChainSource): string {
  return "schemas" in source ? source.schemas.inputSchema : pathItself(source.path);
}

/** Whether a source is one that the user's Python runs. */
export function isIntrospected(source: ChainSource): source is IntrospectedSource {
  return "introspection" in source && source.introspection !== undefined;
}
