import { dirname, join } from "node:path";
import { ownValue } from "../read/json/is-object.js";
import { parseJsonFile } from "../read/json/json-file.js";
import type { SourceHost } from "../read/source-host.js";

/** What installs a project's packages and runs its scripts. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

/** The files that tell which one it is. One of npm's tells least: many leave it behind when they change to another. */
const signs: readonly (readonly [file: string, manager: PackageManager])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["pnpm-workspace.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
];

/**
 * The package manager of a project, by the field `packageManager` or a lockfile. The packages of a workspace have neither:
 * it is that of the nearest folder above that has one, in the same repository.
 *
 * @param folder - absolute.
 */
export function packageManagerOf(host: SourceHost, folder: string): PackageManager {
  const shown = namedIn(host, folder) ?? signs.find(([file]) => host.exists(join(folder, file)))?.[1];
  if (shown !== undefined) return shown;
  const isTop = host.list(folder).includes(".git") || dirname(folder) === folder;
  return isTop ? "npm" : packageManagerOf(host, dirname(folder));
}

/** @see https://nodejs.org/api/packages.html#packagemanager */
function namedIn(host: SourceHost, folder: string): PackageManager | undefined {
  const file = join(folder, "package.json");
  const reading = host.read(file);
  const parsed = reading.ok ? parseJsonFile(file, reading.bytes) : undefined;
  const field = parsed?.ok === true ? ownValue(parsed.json.value, "packageManager") : undefined;
  const [name] = typeof field === "string" ? field.split("@") : [];
  return signs.find(([, manager]) => manager === name)?.[1];
}

/** How each runs a script of package.json, and how a command of a package. */
const runners: Readonly<Record<PackageManager, { readonly script: string; readonly command: string }>> = {
  npm: { script: "npm run", command: "npx" },
  pnpm: { script: "pnpm", command: "pnpm exec" },
  yarn: { script: "yarn", command: "yarn" },
  bun: { script: "bun run", command: "bunx" },
};

/** The command that generates: by our script or, where the user has another one of its name, without. */
export function generateCommand(manager: PackageManager, hasScript: boolean): string {
  const { script, command } = runners[manager];
  return hasScript ? `${script} generate` : `${command} typed-chains generate`;
}
