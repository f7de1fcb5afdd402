import type { CommandModule } from "yargs";
import { sourcePath } from "../chain-source.js";
import { hasError } from "../diagnostics/diagnostic.js";
import type { EmitOptions } from "../emit/emit-options.js";
import type { ChainRequest } from "../generate.js";
import { checkChainId, checkChainUrl, checkDistinct, checkOut } from "./check-values.js";
import { pathsOf } from "./paths.js";
import { relativePath } from "./relative-path.js";
import { type SourceArguments, sourcesOf, withSourceOptions } from "./source-options.js";
import { UsageError } from "./usage-error.js";

type GenerateArguments = SourceArguments & {
  sources: readonly string[];
  out: string;
  "chain-id": string | undefined;
  "chain-url": string | undefined;
  "import-extension": EmitOptions["importExtension"];
  binary: boolean;
};

/** `typed-chains generate <source...> --out <dir>` */
export function generateCommand(finish: (exitCode: number) => void): CommandModule<object, GenerateArguments> {
  return {
    command: "generate [sources..]",
    describe: "Write the typed client of one or several chains into a folder",
    builder: (command) =>
      withSourceOptions(command)
        .positional("sources", { type: "string", array: true, default: [], describe: "Python files or JSON documents" })
        .options({
          out: {
            type: "string",
            demandOption: true,
            requiresArg: true,
            describe: "The folder of the client: ours alone",
          },
          "chain-id": { type: "string", requiresArg: true, describe: "Baked in: callers need no address then" },
          "chain-url": {
            type: "string",
            requiresArg: true,
            describe: "Likewise: the chain's URL as the platform shows it",
          },
          "import-extension": {
            choices: ["js", "ts", "none"] as const,
            default: "js" as const,
            describe: "What the client's own imports end in",
          },
          binary: {
            type: "boolean",
            default: false,
            describe: "Also write calls in binary form, with bytes and numpy arrays as they are",
          },
        })
        .conflicts("chain-id", "chain-url")
        .example("$0 generate chain.py --out src/chains", "one chain")
        .example("$0 generate chains/*.py --out src/chains", "several chains in one folder")
        .example("$0 generate chain.py --out src/chains --chain-id abc123", "calls need no address then")
        .example("$0 generate --input-schema in.json --output-schema out.json --name Scorer --out src/chains", ""),
    handler: async (given) => finish(await generate({ ...given, sources: pathsOf(given.sources, given) })),
  };
}

async function generate(given: GenerateArguments): Promise<number> {
  const requests = requestsOf(given);
  const [{ generateClient }, { diskHost }, { report }, { previewFolder, writeFolder }] = await Promise.all([
    import("../generate.js"),
    import("../read/hosts/disk-host.js"),
    import("./report.js"),
    import("../write/write-folder.js"),
  ]);
  const host = diskHost(process.cwd());
  const client = await generateClient(host, requests, {
    importExtension: given["import-extension"],
    binary: given.binary,
  });
  // What is wrong with the folder is said together with what is wrong with the sources.
  const foreseen = previewFolder(given.out, client.files).diagnostics;
  const problems = [...client.diagnostics, ...foreseen];
  const exitCode = report(problems, host);
  if (hasError(problems)) return exitCode;
  const { changes, diagnostics } = await writeFolder(given.out, client.files);
  if (hasError(diagnostics)) return report(diagnostics, host);
  process.stderr.write(summary(given.out, changes));
  return exitCode;
}

function requestsOf(given: GenerateArguments): readonly ChainRequest[] {
  const sources = sourcesOf(given.sources, given);
  checkDistinct(given.sources);
  const [chainId, chainUrl] = [given["chain-id"], given["chain-url"]];
  checkOut(given.out);
  checkChainId(chainId);
  checkChainUrl(chainUrl);
  if (sources.length > 1 && (chainId ?? chainUrl) !== undefined) {
    throw new UsageError("--chain-id and --chain-url go with one source only.");
  }
  return sources.map((source) => ({
    source,
    // Relative to the client's folder, so that the client is the same on every machine.
    label: relativePath(given.out, sourcePath(source)),
    ...(chainId === undefined ? {} : { chainId }),
    ...(chainUrl === undefined ? {} : { chainUrl }),
  }));
}

function summary(out: string, changes: readonly { readonly path: string; readonly status: string }[]): string {
  const lines = changes
    .filter(({ path, status }) => !path.startsWith(".") && status !== "unchanged")
    .map(({ path, status }) => `${status === "removed" ? "-" : "✓"} ${out}/${path} ${status}\n`);
  return lines.length > 0 ? lines.join("") : `✓ ${out} is up to date\n`;
}
