import { readFileSync } from "node:fs";
import { packageFile } from "../package-file.js";

/** The version of this package, as its package.json says it. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { readonly version: string }).version;
}
