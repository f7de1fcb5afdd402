import type { CommandModule } from "yargs";
import { UsageError } from "../usage-error.js";
import type { Choose } from "./options/chosen-command.js";
import { onlyPath } from "./options/paths.js";
import { type SourceArguments, withSourceOptions } from "./options/source-options.js";
import { exitError, exitFine } from "./output/exit-codes.js";

type VerifyArguments = SourceArguments & { source: string | undefined; url: string | undefined };

/** `typed-chains verify <source> --url <url>` */
export function verifyCommand(choose: Choose): CommandModule<object, VerifyArguments> {
  return {
    command: "verify [source]",
    describe: "Compare the source of a client with the chain that runs",
    builder: (command) =>
      withSourceOptions(command)
        .positional("source", { type: "string", describe: "A Python file or a JSON document" })
        .options({
          url: {
            type: "string",
            requiresArg: true,
            describe:
              "The address of the chain's container or of its schema document (…/schema, ….json), or a .json file",
          },
        })
        .example("$0 verify chain.py --url http://localhost:8080", "asks a container for its schema document")
        .example("$0 verify chain.py --url deployed.json", "compares with a schema document in a file")
        .epilogue(
          "If the environment variable BASETEN_API_KEY is set, its key is sent, but only over https or to this machine.",
        ),
    handler: (given) => choose(async () => await verify(onlyPath(given.source, given), given)),
  };
}

async function verify(paths: readonly string[], given: VerifyArguments): Promise<number> {
  if (given.url === undefined) {
    throw new UsageError(
      "Give --url, the address of the chain's container, such as http://localhost:8080: the address where a chain is called does not tell its types.",
    );
  }
  const [{ isKeptDocument, verifyKept }, { schemaUrl, shownUrl }, { readOneChain }, { diskHost }] = await Promise.all([
    import("../verify/verify-kept.js"),
    import("../verify/schema-url.js"),
    import("./read-one-chain.js"),
    import("../read/hosts/disk-host.js"),
  ]);
  const url = isKeptDocument(given.url) ? undefined : schemaUrl(given.url);
  const { signature, exitCode, ...read } = await readOneChain(paths, given, { documentedResult: true });
  if (signature === undefined) return exitCode;
  const { verifyChain } = await import("../verify/verify-chain.js");
  const host = diskHost(process.cwd());
  const client = { signature, ...read };
  const verified =
    url === undefined
      ? verifyKept(client, host, given.url)
      : await verifyChain(client, url, process.env["BASETEN_API_KEY"]);
  if (!verified.ok) return (await import("./output/report.js")).report(verified.diagnostics, host);
  const { verificationText } = await import("../verify/verification-text.js");
  const other = url === undefined ? `the chain that ${given.url} describes` : `what runs at ${shownUrl(url)}`;
  process.stdout.write(verificationText(signature.name, other, verified.verification));
  return verified.verification.diff.changes.length === 0 ? exitFine : exitError;
}
