import type { ChainOptions } from "./chain-options.js";
import type { SchemaPairConfig } from "./config.js";
import type { ConfigPath } from "./place-text.js";

/** One chain of a config. */
export interface ConfigEntry {
  /** Where it stands in the config. */
  readonly path: ConfigPath;
  /** Paths start at the current folder, that of `git:REV:path` at the folder of the config. */
  readonly source: string | SchemaPairConfig;
  readonly options: ChainOptions;
}
