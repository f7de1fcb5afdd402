import { resolve } from "node:path";
import { fromHere } from "../../config/located-options.js";
import type { Config } from "../../config/open-config.js";
import { entryChain } from "../resolve/resolve-chains.js";
import type { BaselineSource } from "./baseline-source.js";
import { chainsWrittenThen, type WrittenChain } from "./clients-then.js";
import { packageIdentity } from "./package-identity.js";
import { type ReadChain, readThen } from "./read-chains.js";

/**
 * The chains that a config had in a revision and that it does not name when it is run today, as one does that lists the files
 * that are there: they are in its clients of then.
 *
 * @param named - those that it names.
 */
export function unnamedChainsThen(
  config: Config,
  since: BaselineSource,
  named: readonly ReadChain[],
): readonly ReadChain[] {
  const isNamed = ({ out, label }: WrittenChain, name: string | undefined): boolean =>
    named.some(
      (chain) =>
        chain.label === label &&
        ((name !== undefined && chain.client === name) ||
          (chain.out !== undefined && resolve(chain.out) === resolve(out))),
    );
  return chainsWrittenThen(config, since).flatMap((written) => {
    const name = written.isPackaged ? packageIdentity(since.host, written.out).name : undefined;
    return isNamed(written, name) ? [] : (readWritten(config, since, written, name) ?? []);
  });
}

function readWritten(
  config: Config,
  { host }: BaselineSource,
  { out, label }: WrittenChain,
  name: string | undefined,
): ReadChain | undefined {
  const options = { out, ...(name === undefined ? {} : { package: { name } }) };
  const entry = { path: [], source: fromHere(config.folder, label), options };
  return readThen(host, entryChain(entry, config, {}), config.folder);
}
