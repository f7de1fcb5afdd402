import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A file or folder of this package, wherever in it the code that asks has been built to. */
export function packageFile(path: string): string {
  return join(dirname(createRequire(import.meta.url).resolve("@typed-chains/codegen/package.json")), path);
}
