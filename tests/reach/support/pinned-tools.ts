import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runCommand } from "../../support/run-command.js";
import { variablesOutside, workspaceFolder } from "./workspace.js";

const pins = ["package.json", "package-lock.json"];

/**
 * Installs the packages that the manifest and the lock of a folder beside these tests pin, and gives the folder that
 * they are in. The first call takes them from the registry; later ones, of other runs too, find them.
 */
export async function installPinnedTools(name: string): Promise<string> {
  const source = join(workspaceFolder, "tests", "reach", name);
  const hash = createHash("sha256");
  for (const file of pins) hash.update(readFileSync(join(source, file)));
  const cache = join(workspaceFolder, "node_modules", ".cache", "typed-chains");
  const folder = join(cache, `${name}-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(folder)) await makeTools(source, cache, folder);
  return join(folder, "node_modules");
}

/** Installs beside the place and moves the whole there, so that nobody ever finds a part. */
async function makeTools(source: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, "making-"));
  try {
    for (const file of pins) copyFileSync(join(source, file), join(temporary, file));
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { code, stdout, stderr } = await runCommand("npm", args, { cwd: temporary, env: variablesOutside() });
    if (code !== 0)
      throw new Error(`The tools of ${source} could not be installed:\n${lastLines(stdout + stderr, 10)}`);
    renameSync(temporary, folder);
  } catch (problem) {
    rmSync(temporary, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw problem;
  }
}
