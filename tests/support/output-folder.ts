import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const out = fileURLToPath(new URL("../../out", import.meta.url));

/**
 * Makes a folder of its own below `out`, where packages are found as anywhere in this repository. Two runs at once get
 * two folders. The caller removes it.
 */
export function makeOutputFolder(name: string): string {
  mkdirSync(out, { recursive: true });
  return mkdtempSync(join(out, `${name}-`));
}
