import yargs from "yargs";
import { UsageError } from "../usage-error.js";
import { checkEmpty } from "./check-values.js";
import { describeCommand } from "./describe-command.js";
import { diffCommand } from "./diff-command.js";
import { exitFine, exitUsage } from "./exit-codes.js";
import { generateCommand } from "./generate-command.js";
import { initCommand } from "./init-command.js";
import { mockCommand } from "./mock-command.js";
import { packageVersion } from "./package-version.js";
import { refuseUnknownCommand } from "./unknown-command.js";
import { verifyCommand } from "./verify-command.js";

/** Runs one command line and gives the exit code. Data goes to stdout, everything else to stderr. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode = exitFine;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const parser = yargs([...argv])
    .scriptName("typed-chains")
    .usage("$0 <command>\n\nTyped TypeScript clients for Baseten Chains.")
    .command(initCommand(finish))
    .command(generateCommand(finish, argv))
    .command(describeCommand(finish))
    .command(diffCommand(finish))
    .command(mockCommand(finish))
    .command(verifyCommand(finish))
    .demandCommand(1, "Name a command.")
    .strict()
    // An option is what it says: `--out.x` and `--no-out` are unknown, and give no `--out` that is no text.
    .parserConfiguration({ "dot-notation": false, "boolean-negation": false })
    .exitProcess(false)
    .wrap(100)
    .help()
    .version(packageVersion())
    .middleware(refuseUnknownCommand, true)
    .check(refuseRepeated)
    .check(checkEmpty)
    .fail((message, cause) => {
      // A message alone is about the command line; a cause that is not yargs' own is a fault of ours.
      throw cause === undefined || cause.name === "YError" ? new UsageError(message) : cause;
    });
  try {
    await parser.parseAsync();
    return exitCode;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    process.stderr.write(`${cause.message}\n\nSee typed-chains --help, or the --help of a command.\n`);
    return exitUsage;
  }
}

/** What may be given several times. */
const repeatable: ReadonlySet<string> = new Set(["_", "sources", "root"]);

/** An option that is given twice comes as a list: one of the two would be lost without a word. */
function refuseRepeated(given: Record<string, unknown>): true {
  const repeated = Object.keys(given).find((key) => Array.isArray(given[key]) && !repeatable.has(key));
  if (repeated !== undefined) throw new UsageError(`Give --${repeated} once.`);
  return true;
}
