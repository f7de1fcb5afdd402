import { type Diagnostic, error, type Location } from "../diagnostics/diagnostic.js";
import { UsageError } from "../usage-error.js";
import type { ConfigPath } from "./place-text.js";

/** Something that a config says or lacks, and that only shows where it is used. */
export interface ConfigProblem {
  readonly code: "TC604" | "TC605";
  readonly message: string;
  readonly help: string;
  /** Where in the config it is. */
  readonly path: ConfigPath;
}

/** A config that finds its places. */
interface PlacedConfig {
  readonly locate: (path: ConfigPath) => Promise<Location>;
}

/** A config cannot be used as it is asked for. */
export class ConfigError extends UsageError {
  readonly #config: PlacedConfig | undefined;
  readonly #problems: readonly ConfigProblem[];

  constructor(config: PlacedConfig | undefined, problems: readonly ConfigProblem[]) {
    super(problems.map(({ message, help }) => `${message}: ${help}.`).join("\n"));
    this.#config = config;
    this.#problems = problems;
  }

  /** The same with the places, which are worked out where they are asked for, and not before. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    return await Promise.all(
      this.#problems.map(async ({ code, message, help, path }) => {
        const location = await this.#config?.locate(path);
        return error(code, message, { help, ...(location === undefined ? {} : { location }) });
      }),
    );
  }
}
