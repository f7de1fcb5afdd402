import yargs, { type Argv } from "yargs";
import { UsageError } from "../usage-error.js";
import { describeCommand } from "./describe/describe-command.js";
import { diffCommand } from "./diff/diff-command.js";
import { generateCommand } from "./generate/generate-command.js";
import { initCommand } from "./init-command.js";
import { mockCommand } from "./mock/mock-command.js";
import { checkEmpty } from "./options/check-values.js";
import { ChosenCommand, chooseCommand } from "./options/chosen-command.js";
import { refuseEmptyNumbers, refuseFlagValues } from "./options/flag-values.js";
import { knownOptions } from "./options/known-options.js";
import { nameACommand, refuseUnknownCommand } from "./options/unknown-command.js";
import { withMeantOption } from "./options/unknown-option.js";
import { exitFine } from "./output/exit-codes.js";
import { showFailure } from "./output/show-failure.js";
import { packageVersion } from "./package-version.js";
import { verifyCommand } from "./verify-command.js";

/**
 * Runs one command line and gives the exit code. Data goes to stdout, everything else to stderr.
 *
 * @param generator - what tells this generator from any other; without it, nothing is kept between runs.
 */
export async function runCommandLine(argv: readonly string[], generator?: string): Promise<number> {
  const startedAt = Date.now();
  const parser: Argv = yargs([...argv])
    .scriptName("typed-chains")
    .usage("$0 <command>\n\nTyped TypeScript clients for Baseten Chains.")
    .command(initCommand(chooseCommand))
    .command(generateCommand(chooseCommand, argv, generator))
    .command(describeCommand(chooseCommand, argv))
    .command(diffCommand(chooseCommand))
    .command(mockCommand(chooseCommand))
    .command(verifyCommand(chooseCommand))
    .demandCommand(1, nameACommand)
    .strict()
    // An option is what it says: `--out.x` and `--no-out` are unknown, and give no `--out` that is no text.
    .parserConfiguration({ "dot-notation": false, "boolean-negation": false, "camel-case-expansion": false })
    .exitProcess(false)
    .wrap(100)
    .help()
    .alias("help", "h")
    .version(packageVersion())
    .alias("version", "v")
    .middleware(refuseUnknownCommand, true)
    .check(() => refuseFlagValues(argv, knownOptions(parser).flags))
    .check(() => refuseEmptyNumbers(argv, knownOptions(parser).numbers))
    .check(refuseRepeated)
    .check(checkEmpty)
    .fail((message, cause) => {
      // A message alone is about the command line; a cause that is not yargs' own is a fault of ours.
      throw cause === undefined || cause.name === "YError"
        ? new UsageError(withMeantOption(message, knownOptions(parser).names))
        : cause;
    });
  try {
    return await runChosen(parser);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    return await showFailure(cause, argv, startedAt);
  }
}

async function runChosen(parser: Argv): Promise<number> {
  try {
    await parser.parseAsync();
    // It was a question, such as --help, and yargs has answered it.
    return exitFine;
  } catch (cause) {
    if (cause instanceof ChosenCommand) return await cause.run();
    throw cause;
  }
}

/** What may be given several times. */
const repeatable: ReadonlySet<string> = new Set(["_", "sources", "root"]);

/** The same of one command: in others, the name is that of a source that stands alone. */
const repeatableIn: Readonly<Record<string, string>> = { init: "source" };

/** An option that is given twice comes as a list: one of the two would be lost without a word. */
function refuseRepeated(given: Record<string, unknown>): true {
  const own = repeatableIn[String([given["_"]].flat()[0])];
  const repeated = Object.keys(given).find((key) => Array.isArray(given[key]) && !repeatable.has(key) && key !== own);
  if (repeated !== undefined) throw new UsageError(`Give --${repeated} once.`);
  return true;
}
