import { fileURLToPath } from "node:url";

/** The path of one of the Python files beside these tests. */
export function pythonFile(name: string): string {
  return fileURLToPath(new URL(`../python/${name}`, import.meta.url));
}
