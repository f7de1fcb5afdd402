import type { Argv } from "yargs";

/** The options of a command, by their kind. */
export interface KnownOptions {
  /** All of them, with those that every command has. */
  readonly names: readonly string[];
  readonly flags: readonly string[];
  readonly numbers: readonly string[];
}

/** What yargs has of the options of a command, and its types do not. */
interface OptionsOfYargs {
  getOptions(): {
    readonly key: Readonly<Record<string, unknown>>;
    readonly boolean: readonly string[];
    readonly number: readonly string[];
  };
}

/** The options of the command that a command line chooses: asked while it is read, when its own have been added. */
export function knownOptions(parser: Argv): KnownOptions {
  const { key, boolean, number } = (parser as Argv & OptionsOfYargs).getOptions();
  return { names: Object.keys(key), flags: boolean, numbers: number };
}
