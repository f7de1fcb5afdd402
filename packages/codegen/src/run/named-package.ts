import { isDeepStrictEqual } from "node:util";
import type { PackageConfig } from "../config/config.js";
import { UsageError } from "../usage-error.js";
import type { ResolvedChain } from "./resolved-chain.js";

/** A package with its name. */
export type NamedPackage = PackageConfig & { readonly name: string };

/**
 * The package that a folder is to be, where its chains have one.
 *
 * @throws UsageError where they do not have the same one.
 */
export function packageOf(out: string, chains: readonly ResolvedChain[]): NamedPackage | undefined {
  const [first, ...others] = chains.map(({ options }) => named(options.package));
  if (others.every((other) => isDeepStrictEqual(other, first))) return first;
  throw new UsageError(
    `The chains in ${out} differ in their \`package\`, which is that of the whole folder: give them the same, or folders of their own.`,
  );
}

/**
 * Refuses one package in several folders.
 *
 * @throws UsageError naming two of them.
 */
export function checkDistinctPackages(
  runs: readonly { readonly out: string; readonly package?: NamedPackage }[],
): void {
  const folders = new Map<string, string>();
  for (const { out, package: one } of runs) {
    if (one === undefined) continue;
    const before = folders.get(one.name);
    if (before !== undefined) {
      throw new UsageError(
        `The package ${one.name} is to be in ${before} and in ${out}: give each folder another name.`,
      );
    }
    folders.set(one.name, out);
  }
}

function named(said: PackageConfig | undefined): NamedPackage | undefined {
  return said?.name === undefined ? undefined : { ...said, name: said.name };
}
