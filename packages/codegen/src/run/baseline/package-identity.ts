import { isPackageVersion } from "../../package/package-problems.js";
import { ownValue } from "../../read/json/is-object.js";
import { parseJsonFile } from "../../read/json/json-file.js";
import type { SourceHost } from "../../read/source-host.js";

/** What a package.json says of its package, as far as it is of use. */
export interface PackageIdentity {
  readonly name?: string | undefined;
  /** A version to the letter: `1.2.3`. */
  readonly version?: string | undefined;
}

/** Reads the name and the version of the package in a folder. */
export function packageIdentity(host: SourceHost, folder: string): PackageIdentity {
  const path = `${folder}/package.json`;
  const file = host.read(path);
  return file.ok ? identityOf(path, file.bytes) : {};
}

/** The name and the version that a package.json gives. */
export function identityOf(path: string, bytes: Uint8Array): PackageIdentity {
  const json = parseJsonFile(path, bytes);
  if (!json.ok) return {};
  const [name, version] = ["name", "version"].map((key) => ownValue(json.json.value, key));
  return {
    name: typeof name === "string" ? name : undefined,
    version: typeof version === "string" && isPackageVersion(version) ? version : undefined,
  };
}
