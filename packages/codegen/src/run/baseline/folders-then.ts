import { spawnSync } from "node:child_process";
import { extname, posix } from "node:path";
import type { Config } from "../../config/open-config.js";
import { manifestName, parseManifests } from "../../write/manifest.js";
import type { GeneratedRun } from "../generate-runs.js";
import { realPath } from "../one-folder.js";
import { configSeenFrom } from "../own-folders.js";
import type { BaselineSource } from "./baseline-source.js";
import { packageIdentity } from "./package-identity.js";

/**
 * The folders that a config had in a revision and has no more, by the manifests in it: as they are seen from the current
 * one. A config that is a program reads the files of today, and so it may no longer name what it named then; of any other,
 * the chains say it better.
 *
 * @param told - folders of which it is known.
 */
export function goneFoldersThen(
  config: Config,
  { host, revision }: BaselineSource,
  generated: readonly GeneratedRun[],
  told: readonly string[],
): readonly string[] {
  if (revision === undefined || extname(config.file) === ".json") return [];
  const known = new Set([...generated.map(({ run }) => run.out), ...told].map((out) => realPath(out)));
  const packages = new Set(generated.flatMap(({ run }) => run.package?.name ?? []));
  return foldersWithManifest(revision).filter((folder) => {
    if (known.has(realPath(folder))) return false;
    const manifest = host.read(`${folder}/${manifestName}`);
    const sides = manifest.ok ? parseManifests(new TextDecoder().decode(manifest.bytes)) : [];
    const seen = configSeenFrom(folder, config);
    if (seen === undefined || !sides.some((side) => side.config === seen)) return false;
    // A package may have been moved.
    return !packages.has(packageIdentity(host, folder).name ?? "");
  });
}

function foldersWithManifest(revision: string): readonly string[] {
  const words = ["grep", "--no-color", "-lzFe", '"config"', revision, "--", `:(top,glob)**/${manifestName}`];
  const { error, status, stdout } = spawnSync("git", words, { encoding: "utf8" });
  if (error !== undefined || status !== 0) return [];
  const paths = stdout.split("\0").flatMap((found) => (found === "" ? [] : found.slice(revision.length + 1)));
  return paths.map((path) => posix.dirname(path));
}
