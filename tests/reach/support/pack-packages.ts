import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../support/run-command.js";
import { variablesOutside, workspaceFolder } from "./workspace.js";

/** The paths of both packages' tarballs. */
export interface PackedPackages {
  readonly runtime: string;
  readonly codegen: string;
}

/** Packs both packages by the README's command, but into a folder of the caller. Rejects with what it said, where it fails. */
export async function packPackages(folder: string): Promise<PackedPackages> {
  const { code, stdout, stderr } = await runCommand("npm", ["run", "pack", "--", "--pack-destination", folder], {
    cwd: workspaceFolder,
    env: variablesOutside(),
  });
  if (code !== 0) throw new Error(`The packages could not be packed:\n${stdout}${stderr}`);
  return { runtime: tarballOf("runtime", folder), codegen: tarballOf("codegen", folder) };
}

function tarballOf(name: string, folder: string): string {
  const file = readdirSync(folder).find((candidate) => candidate.startsWith(`typed-chains-${name}-`));
  if (file === undefined) throw new Error(`No tarball of ${name} was packed`);
  return join(folder, file);
}
