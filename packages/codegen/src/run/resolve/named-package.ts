import { isDeepStrictEqual } from "node:util";
import type { PackageConfig } from "../../config/config.js";
import type { ConfigProblem } from "../../config/config-error.js";
import { relativePath } from "../../relative-path.js";
import type { ResolvedChain } from "./resolved-chain.js";

/** A package with its name. */
export type NamedPackage = PackageConfig & { readonly name: string };

/** The package that a folder is to be, where its chains have one. */
export function packageOf([first]: readonly ResolvedChain[]): NamedPackage | undefined {
  return first && named(first.options.package);
}

/** Refuses chains of one folder that do not have the same package. */
export function checkOnePackage(out: string, chains: readonly ResolvedChain[]): readonly ConfigProblem[] {
  const [first] = chains;
  const wanted = packageOf(chains);
  const other = chains.find(({ options }) => !isDeepStrictEqual(named(options.package), wanted));
  if (first === undefined || other === undefined) return [];
  const isOfOneName = wanted?.name === named(other.options.package)?.name;
  const sides = [first, other].map(({ file, options }) => {
    const own = named(options.package);
    return `${relativePath(".", file)} has ${(isOfOneName ? JSON.stringify(own) : own?.name) ?? "none"}`;
  });
  const message = `the chains in ${out} differ in their \`package\`, which is that of the whole folder: ${sides.join(", ")}`;
  const help = "give them the same package, or folders of their own";
  return [{ code: "TC605", message, help, path: [...(other.path ?? []), "package"] }];
}

/** A folder, and where the first chain of it stands in the config. */
export interface PackageFolder {
  readonly out: string;
  readonly package?: NamedPackage;
  readonly path?: ResolvedChain["path"];
}

/** Refuses one package in several folders. */
export function checkDistinctPackages(folders: readonly PackageFolder[]): readonly ConfigProblem[] {
  const seen = new Map<string, string>();
  return folders.flatMap(({ out, package: one, path = [] }): readonly ConfigProblem[] => {
    if (one === undefined) return [];
    const before = seen.get(one.name);
    seen.set(one.name, before ?? out);
    if (before === undefined) return [];
    const message = `the package ${one.name} would be in both ${before} and ${out}`;
    return [{ code: "TC605", message, help: "give each folder another name", path: [...path, "package"] }];
  });
}

function named(said: PackageConfig | undefined): NamedPackage | undefined {
  return said?.name === undefined ? undefined : { ...said, name: said.name };
}
