import { dirname, resolve } from "node:path";
import type { Config } from "../config/open-config.js";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { gitPaths } from "../git-text.js";
import { relativePath } from "../relative-path.js";
import { manifestName, parseManifests } from "../write/manifest.js";
import { openFolder } from "../write/output-folder.js";
import { realPath } from "./resolve/one-folder.js";
import { configSeenFrom, ownFolders } from "./resolve/own-folders.js";

/** What is remembered of the folders that a config has left behind: with other folders of its own, it is another answer. */
export interface FolderMemory {
  find(own: readonly string[]): readonly string[] | undefined;
  keep(own: readonly string[], abandoned: readonly string[]): void;
}

/**
 * Says of the folders that a config wrote, and names no more, that their clients are old: an error to a check.
 *
 * @param memory - spares asking git where the config is as it was. Without one, it is asked.
 */
export function abandonedProblems(severity: Severity, config: Config, memory?: FolderMemory): readonly Diagnostic[] {
  return abandonedFolders(config, memory).map((path) => {
    const folder = relativePath(".", path) || ".";
    const message = `${folder} is no longer generated: ${config.file} does not name it any more`;
    const help = `delete what ${folder}/${manifestName} lists, and that file; or name the folder in ${config.file} again`;
    return { code: "TC405", severity, message, location: { file: folder }, help };
  });
}

/** Those of the repository: git lists its manifests faster than its folders can be searched. */
function abandonedFolders(config: Config, memory: FolderMemory | undefined): readonly string[] {
  const own = ownFolders(config);
  const names = [...own].sort();
  const known = memory?.find(names);
  const candidates = known ?? committedManifests(config.folder).map(dirname);
  const abandoned = candidates.filter((folder) => !own.has(realPath(folder)) && isOf(config, folder));
  if (known === undefined) memory?.keep(names, abandoned);
  return abandoned;
}

function isOf(config: Config, folder: string): boolean {
  const manifest = openFolder(folder).read(manifestName);
  if (manifest === undefined) return false;
  const seen = configSeenFrom(folder, config);
  return parseManifests(manifest).some((side) => side.config !== undefined && side.config === seen);
}

/** None where there is no git, or no repository. */
function committedManifests(folder: string): readonly string[] {
  const args = ["ls-files", "-z", "--", `:(top,glob)**/${manifestName}`];
  // In a conflict, each side has its own entry.
  return [...new Set(gitPaths(args, { cwd: folder }))].map((path) => resolve(folder, path));
}
