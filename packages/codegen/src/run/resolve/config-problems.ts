import { isDeepStrictEqual } from "node:util";
import { sourcePath } from "../../chain-source.js";
import type { ConfigProblem } from "../../config/config-error.js";
import { placeText } from "../../config/place-text.js";
import { relativePath } from "../../relative-path.js";
import type { ResolvedChain } from "./resolved-chain.js";

/** Refuses a config that names no chain. */
export function noChains(file: string): ConfigProblem {
  return {
    code: "TC604",
    message: `${file} has no chains`,
    help: 'add some, such as `chains: [{ source: "chains/hello.py" }]`, or name a source',
    path: ["chains"],
  };
}

/** Refuses chains of which nothing says in which folder their client is to be. */
export function noFolders(chains: readonly ResolvedChain[], file: string): readonly ConfigProblem[] {
  const without = chains.filter(({ options }) => options.out === undefined);
  const help = 'add it, such as `out: "src/chains"`, or give --out';
  if (without.length > 1 && without.length === chains.length) {
    return [{ code: "TC604", message: `\`out\` is missing in ${file}`, help, path: [] }];
  }
  return distinctPaths(without).map((chain) => {
    const { path = [] } = chain;
    const message = `${file} has no \`out\` for ${relativePath(".", chain.file)}`;
    return { code: "TC604", message, help, path: [...path, "out"] };
  });
}

/** Of a glob, the first chain stands for all. */
function distinctPaths(chains: readonly ResolvedChain[]): readonly ResolvedChain[] {
  return chains.filter((chain, index) => {
    const first = chains.findIndex(({ path }) => isDeepStrictEqual(path, chain.path));
    return first === index;
  });
}

/** Refuses one chain twice in a folder: the same file, with nothing that says of which of its chains each is. */
export function listedTwice(chains: readonly ResolvedChain[], file: string): readonly ConfigProblem[] {
  const seen = new Map<string, ResolvedChain>();
  return chains.flatMap((chain): readonly ConfigProblem[] => {
    const { path = [] } = chain;
    const identity = identityOf(chain);
    const before = seen.get(identity);
    if (before === undefined) {
      seen.set(identity, chain);
      return [];
    }
    const places = [before.path ?? [], path].map((place) => placeText([...place, "source"])).join(" and ");
    const message = `${sourcePath(chain.source)} is listed twice in ${file}: ${places}`;
    const help = "leave one of them out; for several chains of one file, give each its `entrypoint`";
    return [{ code: "TC605", message, help, path: [...path, "source"] }];
  });
}

function identityOf({ source, file, options: { name, entrypoint } }: ResolvedChain): string {
  return JSON.stringify(["schemas" in source ? source.schemas : source.path, file, name, entrypoint]);
}
