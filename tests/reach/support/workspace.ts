import { readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this workspace, without a separator at its end. */
export const workspaceFolder: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** The version of a package that this workspace itself uses. */
export function workspaceVersionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(`${workspaceFolder}/node_modules/${name}/package.json`, "utf8")) as {
    version: string;
  };
  return manifest.version;
}

/**
 * The environment of a shell outside this workspace: without what the script that started the tests has set for the
 * package manager, and without the workspace's own commands on `PATH`.
 */
export function variablesOutside(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|NODE_PATH$|INIT_CWD$)/i.test(name));
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const path = folders.filter((folder) => !folder.startsWith(workspaceFolder)).join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}
