import type { Argv } from "yargs";
import { type ChainOptions, isSaid } from "../../config/chain-options.js";
import type { EmitOptions } from "../../emit/emit-options.js";
import type { CommandLine } from "../../run/resolve/command-line.js";
import { UsageError } from "../../usage-error.js";
import { checkChainId, checkChainUrl, checkDistinct, checkOut } from "../options/check-values.js";
import { commandLineOf, type SourceArguments, withSourceOptions } from "../options/source-options.js";

/** What the command line of `generate` comes to. */
export type GenerateArguments = SourceArguments & {
  readonly sources: readonly string[];
  readonly out: string | undefined;
  readonly "chain-id": string | undefined;
  readonly "chain-url": string | undefined;
  readonly "import-extension": EmitOptions["importExtension"] | undefined;
  readonly binary: boolean | undefined;
  readonly package: string | undefined;
  readonly "package-version": string | undefined;
  readonly check: boolean | undefined;
  readonly "dry-run": boolean | undefined;
  readonly json: boolean | undefined;
  readonly watch: boolean | undefined;
  readonly bump: boolean | undefined;
  readonly "check-breaking": string | undefined;
};

/** Adds the options of `generate` to it. */
export function withGenerateOptions(command: Argv<object>): Argv<GenerateArguments> {
  return withSourceOptions(command)
    .positional("sources", { type: "string", array: true, default: [], describe: "Python files or JSON documents" })
    .options({
      out: { type: "string", requiresArg: true, describe: "The folder of the client: typed-chains owns it" },
      "chain-id": {
        type: "string",
        requiresArg: true,
        describe: "The chain's id, built into the client so that calls need no address",
      },
      "chain-url": {
        type: "string",
        requiresArg: true,
        describe: "Instead of the id: the chain's URL, as the platform shows it",
      },
      "import-extension": {
        choices: ["js", "ts", "none"] as const,
        describe: "The extension in the client's own imports: none for Next.js, React Native and webpack [default: js]",
      },
      binary: {
        type: "boolean",
        describe: "Also write calls in binary form, with bytes and numpy arrays as they are",
      },
      package: {
        type: "string",
        requiresArg: true,
        describe: "Make the folder a package with this name, for publishing",
      },
      "package-version": {
        type: "string",
        requiresArg: true,
        describe: "The version of a new package [default: 0.1.0]",
      },
      check: { type: "boolean", describe: "Write nothing, and fail with a diff if anything is not up to date" },
      "dry-run": { type: "boolean", describe: "Write nothing, and say what would change" },
      json: { type: "boolean", describe: "Print JSON: the files, what happened to them, and all problems" },
      watch: { type: "boolean", describe: "Regenerate whenever something changes, until it is stopped" },
      bump: { type: "boolean", describe: "Raise a package's version according to what has changed for callers" },
      "check-breaking": {
        type: "string",
        requiresArg: true,
        describe:
          "Fail if, since git:REV or a folder of documents, callers break or a package changed without a new version",
      },
    })
    .conflicts("chain-id", "chain-url")
    .check(refuseTwoModes)
    .example("$0 generate", "the chains of typed-chains.config.ts")
    .example("$0 generate chain.py --out src/chains", "one chain")
    .example("$0 generate chains/*.py --out src/chains", "several chains in one folder")
    .example("$0 generate chain.py --out src/chains --chain-id abc123", "calls then need no address")
    .example("$0 generate chain.py --out packages/hello --package @acme/hello", "a package")
    .example("$0 generate --input-schema in.json --output-schema out.json --name Scorer --out src/chains", "")
    .example("$0 generate --check", "in CI: fails if a commit lacks what generate writes")
    .example("$0 generate --check-breaking git:origin/main", "in CI: fails if a branch breaks callers");
}

/** What `--watch` does not go with. */
const unwatched = ["check", "dry-run", "json", "bump", "check-breaking"] as const;

/** Refuses two ways of running at once. One that is said not to be meant is none. */
function refuseTwoModes(given: Partial<GenerateArguments>): true {
  const rivals = [["check", "dry-run"] as const, ...unwatched.map((mode) => ["watch", mode] as const)];
  for (const [one, other] of rivals) {
    if (isSaid(given[one]) && isSaid(given[other])) throw new UsageError(`--${one} does not go with --${other}.`);
  }
  return true;
}

/** What the command line of `generate` says of chains. */
export async function generateCommandLine(given: GenerateArguments): Promise<CommandLine> {
  const { out, binary, "chain-id": chainId, "chain-url": chainUrl, "import-extension": importExtension } = given;
  const { sources, options } = commandLineOf(given.sources, given);
  checkDistinct(given.sources);
  checkOut(out);
  checkChainId(chainId);
  checkChainUrl(chainUrl);
  const named = await packageOf(given);
  return { sources, options: { ...options, ...named, out, binary, chainId, chainUrl }, importExtension };
}

/** What says nothing of a package loads nothing of packages. */
async function packageOf({ package: name, "package-version": version }: GenerateArguments): Promise<ChainOptions> {
  if (name === undefined && version === undefined) return {};
  const { packageOption } = await import("./package-option.js");
  return { package: packageOption(name, version) };
}
