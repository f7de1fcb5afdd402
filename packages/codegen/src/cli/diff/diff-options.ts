import type { Argv } from "yargs";
import { type SourceArguments, withSourceOptions } from "../options/source-options.js";

/** What the command line of `diff` comes to. */
export type DiffArguments = SourceArguments & {
  readonly sources: readonly string[];
  readonly binary: boolean;
  readonly json: boolean | undefined;
  readonly markdown: boolean | undefined;
};

/** Adds the options of `diff` to it. */
export function withDiffOptions(command: Argv<object>): Argv<DiffArguments> {
  return withSourceOptions(command)
    .positional("sources", {
      type: "string",
      array: true,
      default: [],
      describe: "The old source, then the new one; or git:REV alone, for all chains of the config",
    })
    .options({
      binary: { type: "boolean", default: false, describe: "Also compare what binary calls take and return" },
      json: { type: "boolean", describe: "Print JSON" },
      markdown: { type: "boolean", describe: "Print Markdown, for a pull request" },
    })
    .conflicts("json", "markdown")
    .example("$0 diff git:main", "what a branch changes in all chains of the config")
    .example("$0 diff git:main:chain.py chain.py", "the same for one chain")
    .example("$0 diff chain.signature.json chain.py --markdown", "what has changed since a committed document");
}
