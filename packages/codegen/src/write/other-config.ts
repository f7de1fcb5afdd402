import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { relativePath } from "../relative-path.js";
import { manifestName, parseManifests } from "./manifest.js";
import { openFolder } from "./output-folder.js";

/**
 * Refuses to write to a folder that another config names: each of the two would remove the client of the other. A config
 * that is gone has given up its folders.
 *
 * @param config - the one that names it now, as it is seen from the folder.
 */
export function otherConfigProblems(root: string, config: string | undefined): readonly Diagnostic[] {
  const manifest = openFolder(root).read(manifestName);
  if (manifest === undefined) return [];
  const others = parseManifests(manifest).flatMap((side) => (side.config === undefined ? [] : [side.config]));
  const other = others
    .filter((named) => named !== config)
    .map((named) => join(realpathSync(root), named))
    .find(isConfig);
  if (other === undefined) return [];
  const help = `choose another folder, for this run would remove the other's client; if that config writes there no more, delete ${openFolder(root).pathOf(manifestName)}`;
  return [error("TC409", `${root} belongs to ${relativePath(".", other)}`, { location: { file: root }, help })];
}

/** What a manifest names may be any path: its text is looked at only where it is to be told from a package without one. */
function isConfig(path: string): boolean {
  if (!/\.(json|m?[jt]s)$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return basename(path) !== "package.json" || readFileSync(path, "utf8").includes('"typed-chains"');
}
