import type { ChainSource, StaticSource } from "../../chain-source.js";
import type { ReadOptions } from "../../read/read-source.js";
import { revisionPathOf } from "../../read/revision-path.js";
import { relativePath } from "../../relative-path.js";

/** A source as it can be read of any revision: nothing of one is run, and what is wrong with it no longer matters. */
export function stillSource(source: ChainSource): StaticSource {
  if ("schemas" in source) {
    const { name, inputSchema, outputSchema } = source.schemas;
    const [input, output] = [relativePath(".", inputSchema), relativePath(".", outputSchema)];
    return { schemas: { name, inputSchema: input, outputSchema: output } };
  }
  const { path, options } = source;
  return { path: revisionPathOf(path)?.path ?? relativePath(".", path), options: stillOptions(options) };
}

/** Options of a source with which whatever can be read is read. */
export function stillOptions(options: ReadOptions): ReadOptions {
  return { ...options, lenient: true, strict: false };
}
