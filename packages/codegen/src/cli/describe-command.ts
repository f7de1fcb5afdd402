import type { CommandModule } from "yargs";
import type { Choose } from "./chosen-command.js";
import { onlyPath } from "./paths.js";
import { type SourceArguments, withSourceOptions } from "./source-options.js";

type DescribeArguments = SourceArguments & { source: string | undefined };

/** `typed-chains describe <source>` */
export function describeCommand(choose: Choose): CommandModule<object, DescribeArguments> {
  return {
    command: "describe [source]",
    describe: "Print a chain's signature document",
    builder: (command) =>
      withSourceOptions(command)
        .positional("source", { type: "string", describe: "A Python file or a JSON document" })
        .example("$0 describe chain.py", "the signature of a chain")
        .example("$0 describe chain.py > chain.signature.json", "a document that generate and mock read as well"),
    handler: (given) => choose(async () => await describe(onlyPath(given.source, given), given)),
  };
}

async function describe(paths: readonly string[], given: DescribeArguments): Promise<number> {
  const { readOneChain } = await import("./read-one-chain.js");
  const { signature, exitCode } = await readOneChain(paths, given);
  if (signature === undefined) return exitCode;
  const { signatureText } = await import("../signature-text.js");
  process.stdout.write(signatureText(signature));
  return exitCode;
}
