import type { CommandModule } from "yargs";
import type { ChainSignature } from "../../signature.js";
import { UsageError } from "../../usage-error.js";
import type { Choose } from "../options/chosen-command.js";
import { onlyPath } from "../options/paths.js";
import { type SourceArguments, withSourceOptions } from "../options/source-options.js";
import { writingCommandText } from "../output/command-text.js";

type DescribeArguments = SourceArguments & {
  source: string | undefined;
  out: string | undefined;
  check: boolean | undefined;
};

/**
 * `typed-chains describe <source> [--out <file>]`
 *
 * @param argv - the command line as it was typed: a fix repeats it.
 */
export function describeCommand(choose: Choose, argv: readonly string[]): CommandModule<object, DescribeArguments> {
  return {
    command: "describe [source]",
    describe: "Print a chain's signature document, or write it to a file",
    builder: (command) =>
      withSourceOptions(command)
        .positional("source", { type: "string", describe: "A Python file or a JSON document" })
        .options({
          out: { type: "string", requiresArg: true, describe: "The file to write, instead of printing" },
          check: { type: "boolean", describe: "Write nothing, and fail with a diff if the file is not up to date" },
        })
        .example("$0 describe chain.py", "the signature of a chain")
        .example("$0 describe chain.py --out chain.signature.json", "a document that generate and mock can read")
        .example("$0 describe chain.py --out chain.signature.json --check", "in CI: fails if it is not up to date"),
    handler: (given) => choose(async () => await describe(onlyPath(given.source, given), given, argv)),
  };
}

async function describe(paths: readonly string[], given: DescribeArguments, argv: readonly string[]): Promise<number> {
  checkFile(given);
  const { readOneChain } = await import("../read-one-chain.js");
  const { signature, exitCode } = await readOneChain(paths, given);
  if (signature === undefined) return exitCode;
  const text = await textOf(signature);
  if (given.out !== undefined) {
    const { writeToFile } = await import("./describe-file.js");
    return await writeToFile(given.out, text, given.check === true ? writingCommandText(argv) : undefined);
  }
  process.stdout.write(text);
  return exitCode;
}

/** What is written is to be read again, which goes by the name. */
function checkFile({ out, check }: DescribeArguments): void {
  if (out !== undefined && !/\.json$/i.test(out)) {
    throw new UsageError("--out is the file of the document, which ends in .json, such as chain.signature.json.");
  }
  if (check === true && out === undefined) {
    throw new UsageError("--check compares with a file: say which with --out, such as chain.signature.json.");
  }
}

async function textOf(signature: ChainSignature): Promise<string> {
  return (await import("../../signature-text.js")).signatureText(signature);
}
