import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../support/run-command.js";
import { variablesOutside, workspaceFolder } from "./workspace.js";

/** The paths of both packages' tarballs. */
export interface PackedPackages {
  readonly runtime: string;
  readonly codegen: string;
}

/** Packs both packages, as they were last built, into a folder. Rejects with what pnpm said, where it fails. */
export async function packPackages(folder: string): Promise<PackedPackages> {
  const args = ["scripts/pnpm.mjs", "-r", "--filter", "./packages/*", "pack", "--pack-destination", folder];
  const options = { cwd: workspaceFolder, env: variablesOutside() };
  const { code, stdout, stderr } = await runCommand(process.execPath, args, options);
  if (code !== 0) throw new Error(`The packages could not be packed:\n${stdout}${stderr}`);
  return { runtime: tarballOf("runtime", folder), codegen: tarballOf("codegen", folder) };
}

function tarballOf(name: string, folder: string): string {
  const file = readdirSync(folder).find((candidate) => candidate.startsWith(`typed-chains-${name}-`));
  if (file === undefined) throw new Error(`pnpm packed no tarball of ${name}`);
  return join(folder, file);
}
