import type { Config } from "../../config/open-config.js";
import { openConfigAt } from "../../config/open-config-at.js";
import { type Diagnostic, distinct, hasError, warning } from "../../diagnostics/diagnostic.js";
import type { ChainsDiff } from "../../diff/chain-change.js";
import { highestLevel } from "../../diff/rules.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { CommandLine } from "../command-line.js";
import { resolveChains } from "../resolve-chains.js";
import type { ResolvedChain } from "../resolved-chain.js";
import { runHost } from "../run-host.js";
import type { BaselineSource } from "./baseline-source.js";
import { compareChains } from "./compare-chains.js";
import { errorTexts, incomparable } from "./incomparable.js";
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
  { name, host }: BaselineSource,
): Promise<ChainsThen> {
  const { config: old, diagnostics } = await openConfigAt(host, config);
  const there = diskHost(config.folder);
  const read = (chain: ResolvedChain): readonly ReadChain[] => {
    const found = readThen({ ...host, at: (revision) => there.at(revision) }, chain, config.folder);
    return found === undefined ? [] : [found];
  };
  if (old !== undefined) {
    const before = old.entries.length === 0 ? [] : resolveChains(old, commandLine);
    return { before: before.flatMap(read), isWhole: true, diagnostics: [] };
  }
  const unread = hasError(diagnostics) ? [unreadConfig(config.file, name, diagnostics)] : [];
  return { before: chains.flatMap(read), isWhole: false, diagnostics: unread };
}

function unreadConfig(file: string, name: string, problems: readonly Diagnostic[]): Diagnostic {
  return warning("TC407", `${file} cannot be compared with ${name}: it cannot be read`, {
    location: { file },
    help: "look yourself for chains that are gone: those of today are compared with what their files were",
    notes: errorTexts(problems),
  });
}
