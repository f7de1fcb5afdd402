import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lilconfig } from "lilconfig";
import { errorCode } from "../error-code.js";
import { relativePath } from "../relative-path.js";
import { UsageError } from "../usage-error.js";

/** The key of a config in package.json. */
export const packageKey = "typed-chains";

/** The names that a config may have, in the order in which they count. */
export const configNames: readonly string[] = [
  ...["ts", "mts", "js", "mjs", "json"].map((extension) => `typed-chains.config.${extension}`),
  "package.json",
];

/**
 * Finds the config of a folder: in it, else in the nearest folder above it, up to the root of the project.
 *
 * @returns Its absolute path.
 * @throws UsageError where what may be a config cannot be read.
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  const found = await lilconfig(packageKey, {
    searchPlaces: [...configNames],
    // It is found here and loaded later: what is wrong with it is then known by its file.
    loaders: { ".ts": noLoading, ".mts": noLoading, ".js": noLoading, ".mjs": noLoading, ".json": loadJson },
    // An empty file is a mistake to be told.
    ignoreEmptySearchPlaces: false,
    stopDir: projectRoot(folder),
    cache: false,
  })
    .search(folder)
    .catch((cause: unknown) => refuse(folder, cause));
  return found?.filepath;
}

/** What stands where a config may be, and cannot be read, hides whether there is one. */
function refuse(folder: string, cause: unknown): never {
  const path = unreadableConfig(folder) ?? "a package.json or a typed-chains.config.*, here or in a folder above,";
  throw new UsageError(
    `The config cannot be looked for: ${path} cannot be read (${errorCode(cause)}). Move it away, or fix its permissions.`,
  );
}

function unreadableConfig(folder: string): string | undefined {
  const own = configNames.map((name) => join(folder, name)).find((path) => existsSync(path) && !isReadable(path));
  if (own !== undefined) return relativePath(".", own);
  return dirname(folder) === folder ? undefined : unreadableConfig(dirname(folder));
}

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The nearest folder that holds a repository or a workspace; without one, the search goes to the top of the disk. */
export function projectRoot(folder: string): string {
  const isRoot = [".git", "pnpm-workspace.yaml"].some((name) => existsSync(join(folder, name)));
  return isRoot || dirname(folder) === folder ? folder : projectRoot(dirname(folder));
}

/** What is called like a config, in a folder or above it, and ends in what none can be. */
export function misnamedConfig(folder: string): string | undefined {
  const name = namesIn(folder).find((one) => one.startsWith(`${packageKey}.config.`) && !configNames.includes(one));
  if (name !== undefined) return relativePath(".", join(folder, name));
  return folder === projectRoot(folder) ? undefined : misnamedConfig(dirname(folder));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function noLoading(): object {
  return {};
}

/** A package.json is asked for its key; one that is broken counts where it seems to have it. */
function loadJson(_path: string, text: string): unknown {
  if (!text.includes(`"${packageKey}"`)) return {};
  try {
    return JSON.parse(text);
  } catch {
    return { [packageKey]: {} };
  }
}
