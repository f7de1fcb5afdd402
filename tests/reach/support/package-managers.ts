import { join } from "node:path";

/** A package manager as users have it. A program is a file and its first arguments. */
export interface PackageManager {
  /** What its own name stands for in a command. */
  readonly program: readonly string[];
  /** The files of settings that it reads. */
  readonly settings: readonly string[];
  /** What installs a package for development only. */
  readonly addForDevelopment: readonly string[];
  /** What runs the command of an installed package. */
  readonly execute: readonly string[];
  /** What runs a module that imports installed packages. */
  readonly node: readonly string[];
}

const npmSettings = [".npmrc", "~/.npmrc"];
export const packageManagerNames = ["npm", "pnpm", "Yarn 1", "Yarn 4"] as const;

/** The package managers, of which all but npm are in a folder of pinned tools. */
export function packageManagers(tools: string): Readonly<Record<(typeof packageManagerNames)[number], PackageManager>> {
  const pnpm = [process.execPath, join(tools, "pnpm", "bin", "pnpm.cjs")];
  const yarn1 = [process.execPath, join(tools, "yarn", "bin", "yarn.js")];
  const yarn4 = [process.execPath, join(tools, "@yarnpkg", "cli-dist", "bin", "yarn.js")];
  return {
    npm: {
      program: ["npm"],
      settings: npmSettings,
      addForDevelopment: ["npm", "install", "--save-dev"],
      execute: ["npm", "exec", "--no", "--"],
      node: [process.execPath],
    },
    pnpm: {
      program: pnpm,
      settings: npmSettings,
      addForDevelopment: [...pnpm, "add", "--save-dev"],
      execute: [...pnpm, "exec"],
      node: [process.execPath],
    },
    "Yarn 1": {
      program: yarn1,
      settings: npmSettings,
      addForDevelopment: [...yarn1, "add", "--dev"],
      execute: [...yarn1, "--silent", "run"],
      node: [process.execPath],
    },
    // Its packages stay in archives: Node finds them through it alone.
    "Yarn 4": {
      program: yarn4,
      settings: [".yarnrc.yml"],
      addForDevelopment: [...yarn4, "add", "--dev"],
      execute: [...yarn4, "run"],
      node: [...yarn4, "node"],
    },
  };
}
