import { spawnSync } from "node:child_process";
import { packageKey } from "./find-config.js";

/** A config in a folder below the current one, as the packages of a workspace have their own: the first, where git sees any. */
export function configBelow(): string | undefined {
  const pattern = `:(glob)*/**/${packageKey}.config.*`;
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pattern];
  const { error, status, stdout } = spawnSync("git", words, { encoding: "utf8" });
  return error === undefined && status === 0 ? stdout.split("\0").filter(Boolean).sort()[0] : undefined;
}
