import type { ChainOptions } from "../../config/chain-options.js";
import type { SchemaPairConfig } from "../../config/config.js";
import type { EmitOptions } from "../../emit/emit-options.js";

/** What a command line says of chains. Paths start at the current folder. */
export interface CommandLine {
  /** The sources that it names. Where there are none, those of the config are meant. */
  readonly sources: readonly (string | SchemaPairConfig)[];
  /** What it says over the config. */
  readonly options: ChainOptions;
  readonly importExtension?: EmitOptions["importExtension"] | undefined;
}
