import type { CommandModule } from "yargs";
import type { Choose } from "../options/chosen-command.js";
import { pathsOf } from "../options/paths.js";
import { type GenerateArguments, withGenerateOptions } from "./generate-options.js";

/**
 * `typed-chains generate [source...] [--out <dir>]`
 *
 * @param argv - the command line as it was typed: a fix repeats it.
 * @param generator - what tells this generator from any other; without it, nothing is kept between runs.
 */
export function generateCommand(
  choose: Choose,
  argv: readonly string[],
  generator: string | undefined,
): CommandModule<object, GenerateArguments> {
  return {
    command: "generate [sources..]",
    describe: "Write typed clients for the chains of the config, or for the given sources",
    builder: withGenerateOptions,
    handler: (given) =>
      choose(async () => {
        const start = { given: { ...given, sources: pathsOf(given.sources, given) }, argv, generator };
        if (given.watch === true) return await (await import("./generate-watch.js")).generateWatch(start);
        return (await (await import("./generate-once.js")).generateOnce(start)).exitCode;
      }),
  };
}
