import type { ModuleOutline } from "../plan/module-outline.js";
import type { EmitOptions } from "./emit-options.js";
import { printIndex } from "./print-index.js";

/** A chain whose files have been emitted. */
export interface EmittedChain {
  readonly outline: ModuleOutline;
  /** By path relative to the client's folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** The files of a client: those of its chains, and the index. */
export function emitClient(chains: readonly EmittedChain[], options: EmitOptions): ReadonlyMap<string, string> {
  const index = printIndex(
    chains.map(({ outline }) => outline),
    options,
  );
  return new Map([...chains.flatMap(({ files }) => [...files]), ["index.ts", index]]);
}
