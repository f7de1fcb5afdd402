import type { CommandModule } from "yargs";
import type { InitResult } from "../init/init-project.js";
import { UsageError } from "../usage-error.js";
import { checkChainId, checkChainUrl, checkOut } from "./options/check-values.js";
import type { Choose } from "./options/chosen-command.js";
import { exitFine, exitUsage } from "./output/exit-codes.js";
import type { UsedConfig } from "./used-config.js";

interface InitArguments {
  readonly out: string | undefined;
  readonly source: readonly string[] | undefined;
  readonly "chain-id": string | undefined;
  readonly "chain-url": string | undefined;
}

/** `typed-chains init` */
export function initCommand(choose: Choose): CommandModule<object, InitArguments> {
  return {
    command: "init",
    describe: "Set up this project: a config, npm scripts, and an output folder that is marked as generated",
    builder: (command) =>
      command
        .options({
          out: { type: "string", requiresArg: true, describe: "The folder of the clients [default: src/chains]" },
          source: {
            type: "string",
            array: true,
            nargs: 1,
            describe: "A chain, instead of those that are found: a Python file or a JSON document; may be repeated",
          },
          "chain-id": {
            type: "string",
            requiresArg: true,
            describe: "The chain's id, if the new config has only one chain",
          },
          "chain-url": {
            type: "string",
            requiresArg: true,
            describe: "Instead of the id: the chain's URL, as the platform shows it",
          },
        })
        .conflicts("chain-id", "chain-url")
        .example("$0 init", "with the Python files and signature documents below this folder")
        .example("$0 init --source chain.signature.json", "with a document that a chain's owner committed"),
    handler: (given) => choose(async () => await init(given)),
  };
}

async function init(given: InitArguments): Promise<number> {
  const { out, source: sources, "chain-id": chainId, "chain-url": chainUrl } = given;
  checkOut(out);
  checkChainId(chainId);
  checkChainUrl(chainUrl);
  if (sources?.includes("") === true) throw new UsageError("--source is a chain, such as chain.py.");
  const [{ ownConfig }, { usedConfig }, { initProject }, { diskHost }] = await Promise.all([
    import("../init/own-config.js"),
    import("./used-config.js"),
    import("../init/init-project.js"),
    import("../read/hosts/disk-host.js"),
  ]);
  const present = await ownConfig();
  const used: UsedConfig = present === undefined ? { isUsable: true } : await usedConfig(present);
  if (!used.isUsable) return exitUsage;
  const host = diskHost(process.cwd());
  const outcome = await initProject(host, used.config, { out, sources, chainId, chainUrl });
  if (outcome.ok) {
    process.stderr.write(summary(outcome.result));
    return exitFine;
  }
  const { report } = await import("./output/report.js");
  return report(outcome.diagnostics, host);
}

function summary(result: InitResult): string {
  const done = result.changes.filter(({ status }) => status !== "unchanged");
  const lines = [
    ...done.map(({ path, status }) => `✓ ${path} ${status}`),
    ...(done.length === 0 ? [`✓ nothing to do: ${result.config} and all else is in place`] : []),
    ...result.keptScripts.map((name) => `! package.json keeps its own script "${name}"`),
    ...(result.configBelow === undefined
      ? []
      : [`! ${result.configBelow} is another config: name each chain in one of them`]),
    ...(result.missingPackages.length > 0
      ? [`! package.json lacks ${result.missingPackages.join(" and ")}: install what is missing`]
      : []),
    ...(result.isCommonJs ? [commonJsHint] : []),
    nextStep(result),
  ];
  return `${lines.join("\n")}\n`;
}

/** Compiled to CommonJS, clients work as well: it is for the user to know. */
const commonJsHint =
  '! package.json says "type": "commonjs", but clients use import and export: if Node or tsc refuses that, run npm pkg set type=module';

function nextStep({ config, sources, undecided, generateCommand: run }: InitResult): string {
  const among = undecided.length > 0 ? ` (${undecided.join(", ")}: none marks its entrypoint)` : "";
  if (sources.length === 0) return `Next: name your chain in ${config}${among}, then ${run}`;
  return undecided.length === 0 ? `Next: ${run}` : `Next: add those that are chains${among}, then ${run}`;
}
