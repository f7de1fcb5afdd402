import type { Config } from "../../config/open-config.js";
import { type Diagnostic, distinct, hasError } from "../../diagnostics/diagnostic.js";
import type { ChainsDiff } from "../../diff/chain-change.js";
import { highestLevel } from "../../diff/rules.js";
import type { CommandLine } from "../resolve/command-line.js";
import { resolveChains } from "../resolve/resolve-chains.js";
import type { ResolvedChain } from "../resolve/resolved-chain.js";
import { runHost } from "../resolve/run-host.js";
import type { BaselineSource } from "./baseline-source.js";
import { compareChains } from "./compare-chains.js";
import { configChainsAt, hostThen } from "./config-chains.js";
import { incomparable } from "./incomparable.js";
import { type ReadChain, readNow, readThen } from "./read-chains.js";

/** What came of comparing the chains of a config: nothing where one of them has an error. */
export interface ConfigComparison {
  readonly diff?: ChainsDiff;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the chains of a config with those that it had in a revision. Nothing is run but a config that is a program.
 *
 * @throws UsageError where it cannot be known which chains are meant.
 */
export async function compareConfig(
  config: Config,
  commandLine: CommandLine,
  since: BaselineSource,
): Promise<ConfigComparison> {
  const chains = resolveChains(config, commandLine);
  const host = runHost(config, commandLine);
  const after = chains.map((chain) => readNow(host, chain, config.folder));
  const told = distinct(after.flatMap(({ diagnostics }) => diagnostics));
  if (hasError(told)) return { diagnostics: told };
  const then = await chainsThen(config, commandLine, chains, since);
  const unread = [...after, ...then.before].filter(({ signature }) => signature === undefined);
  const compared = compareChains({ ...then, after });
  return {
    diff: { since: since.name, level: highestLevel(compared.map(({ level }) => level)), chains: compared },
    diagnostics: [
      ...told,
      ...then.diagnostics,
      ...unread.map(({ path, problems }) => incomparable(path, since.name, problems)),
    ],
  };
}

/** The chains of a revision. */
interface ChainsThen {
  readonly before: readonly ReadChain[];
  /** Whether these are all that its config had. */
  readonly isWhole: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the revision has no config that can be read, its chains are those of today that were there. */
async function chainsThen(
  config: Config,
  commandLine: CommandLine,
  chains: readonly ResolvedChain[],
  since: BaselineSource,
): Promise<ChainsThen> {
  const then = await configChainsAt(config, commandLine, since);
  if (then.chains !== undefined) return { before: then.chains, isWhole: true, diagnostics: then.diagnostics };
  const before = chains.flatMap((chain) => readThen(hostThen(config, since), chain, config.folder) ?? []);
  return { before, isWhole: false, diagnostics: then.diagnostics };
}
