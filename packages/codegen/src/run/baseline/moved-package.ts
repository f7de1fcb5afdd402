import { posix } from "node:path";
import { gitPaths } from "../../git-text.js";
import type { BaselineSource } from "./baseline-source.js";
import { packageIdentity } from "./package-identity.js";

/**
 * The folder that a package was in at a revision, wherever that was: it may have been moved together with its config. From
 * the top of the repository, so that it begins with `/`. None where it was nowhere, or in several places.
 */
export function movedPackage({ host, revision }: BaselineSource, name: string): string | undefined {
  if (revision === undefined) return undefined;
  const folders = filesNaming(name, revision).map((path) => posix.dirname(`/${path}`));
  const [folder, ...others] = folders.filter((one) => packageIdentity(host, one).name === name);
  return others.length === 0 ? folder : undefined;
}

/** Those of them that depend on it are among them. */
function filesNaming(name: string, revision: string): readonly string[] {
  const words = [
    "grep",
    "--no-color",
    "--full-name",
    "-lzFe",
    JSON.stringify(name),
    revision,
    "--",
    ":(top,glob)**/package.json",
  ];
  return gitPaths(words).map((found) => found.slice(revision.length + 1));
}
