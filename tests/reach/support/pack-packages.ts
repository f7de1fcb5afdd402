import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../support/run-command.js";
import { variablesOutside, workspaceFolder } from "./workspace.js";

/** The paths of both packages' tarballs. */
export interface PackedPackages {
  readonly runtime: string;
  readonly codegen: string;
}

/** Packs both packages by the README's command. Rejects with what it said, where it fails. */
export async function packPackages(): Promise<PackedPackages> {
  const folder = join(workspaceFolder, "out");
  for (const file of tarballsOf(folder)) rmSync(join(folder, file));
  const { code, stdout, stderr } = await runCommand("npm", ["run", "pack"], {
    cwd: workspaceFolder,
    env: variablesOutside(),
  });
  if (code !== 0) throw new Error(`The packages could not be packed:\n${stdout}${stderr}`);
  return { runtime: tarballOf("runtime", folder), codegen: tarballOf("codegen", folder) };
}

function tarballsOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".tgz")) : [];
}

function tarballOf(name: string, folder: string): string {
  const file = tarballsOf(folder).find((candidate) => candidate.startsWith(`typed-chains-${name}-`));
  if (file === undefined) throw new Error(`No tarball of ${name} was packed`);
  return join(folder, file);
}
