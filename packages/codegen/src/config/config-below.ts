import { gitPaths } from "../git-text.js";
import { packageKey } from "./find-config.js";

/** A config in a folder below the current one, as the packages of a workspace have their own: the first, where git sees any. */
export function configBelow(): string | undefined {
  const pattern = `:(glob)*/**/${packageKey}.config.*`;
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pattern];
  return [...gitPaths(words)].sort()[0];
}
