import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What installs a project's packages, and runs its scripts and commands. */
type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

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

/** How each runs a script of package.json, and how a command of a package. */
const runners: Readonly<Record<PackageManager, { readonly script: string; readonly command: string }>> = {
  npm: { script: "npm run", command: "npx" },
  pnpm: { script: "pnpm", command: "pnpm exec" },
  yarn: { script: "yarn", command: "yarn" },
  bun: { script: "bun run", command: "bunx" },
};

/** How a script of the current project is run. */
export function scriptText(name: string): string {
  return `${runners[packageManagerOf(process.cwd())].script} ${name}`;
}

/** How this command is run in the current project. */
export function commandName(): string {
  return `${runners[packageManagerOf(process.cwd())].command} typed-chains`;
}

/**
 * The package manager of a project, by the field `packageManager` or a lockfile. The packages of a workspace have neither:
 * it is that of the nearest folder above that has one, in the same repository.
 */
function packageManagerOf(folder: string): PackageManager {
  const shown = namedIn(folder) ?? signs.find(([file]) => existsSync(join(folder, file)))?.[1];
  if (shown !== undefined) return shown;
  const isTop = existsSync(join(folder, ".git")) || dirname(folder) === folder;
  return isTop ? "npm" : packageManagerOf(dirname(folder));
}

/** @see https://nodejs.org/api/packages.html#packagemanager */
function namedIn(folder: string): PackageManager | undefined {
  try {
    const json = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly packageManager?: unknown;
    };
    const [name] = String(json.packageManager).split("@");
    return signs.find(([, manager]) => manager === name)?.[1];
  } catch {
    // What is wrong with a package.json is told by what needs it.
    return undefined;
  }
}
