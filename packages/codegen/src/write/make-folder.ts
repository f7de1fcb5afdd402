import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Readable for everybody, whatever the umask: what one user generates, another one's build reads. */
const folderMode = 0o755;

/** Makes a folder and those around it. Node's own `recursive` never returns where a system such as `/proc` refuses. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, folderMode);
  chmodSync(path, folderMode);
}
