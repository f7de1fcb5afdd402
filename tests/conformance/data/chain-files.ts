import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixtureCases } from "../../support/fixture-cases.js";

/** The file of a chain. */
export interface ChainFile {
  readonly title: string;
  /** Absolute: what the chain imports lies in it. */
  readonly folder: string;
  /** Relative to the folder. */
  readonly path: string;
  /** What to show of the chain, where something is wrong with it: paths that are relative to the folder. */
  readonly sources: readonly string[];
  readonly entrypoint?: string;
}

/** The chains of the fixtures. A stub cannot run, so that there is no model of its input. */
export function fixtureChains(): readonly ChainFile[] {
  return fixtureCases().flatMap(({ name, folder, requests }) =>
    requests.flatMap(({ source }) => {
      if ("schemas" in source || !source.path.endsWith(".py")) return [];
      const { path, options } = source;
      const chain = { title: `${name}/${path}`, folder, path, sources: [path] };
      return [options.entrypoint === undefined ? chain : { ...chain, entrypoint: options.entrypoint }];
    }),
  );
}

/** The chains behind the recordings. */
export async function recordedChains(): Promise<readonly ChainFile[]> {
  const folder = fileURLToPath(new URL("../../../fixtures/wire/chains", import.meta.url));
  const chains = (await readdir(folder)).map(async (path) => {
    const classes = (await readFile(join(folder, path), "utf8")).matchAll(/^class (\w+)\(chains\.ChainletBase\)/gm);
    return [...classes].map(([, entrypoint = ""]) => {
      return { title: `${path}, ${entrypoint}`, folder, path, sources: [path], entrypoint };
    });
  });
  return (await Promise.all(chains)).flat();
}
