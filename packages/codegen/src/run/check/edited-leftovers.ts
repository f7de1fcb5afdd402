import { join } from "node:path";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { compiledFolder } from "../../package/subpaths.js";
import type { FileChange } from "../../write/file-change.js";
import { openFolder } from "../../write/output-folder.js";
import { isGenerated } from "../../write/ownership.js";
import { shellText } from "../shell-text.js";

/**
 * The files of a client's folder, as the user would write them, that begin as generated ones do, are no longer generated,
 * and are not removed by a run: somebody has edited them, or the manifest is gone that named them.
 */
export function editedLeftovers(out: string, changes: readonly FileChange[]): readonly string[] {
  const known = new Set(changes.map(({ path }) => path));
  const folder = openFolder(out);
  const paths = [
    ...folder.list(),
    ...openFolder(join(out, compiledFolder))
      .list()
      .map((name) => `${compiledFolder}/${name}`),
  ];
  return paths
    .filter((path) => /\.[jt]s$/.test(path) && !known.has(path) && isGenerated(folder.read(path) ?? ""))
    .map((path) => folder.pathOf(path));
}

/** Says what a run leaves alone, and `--check` does not: an error there, else a warning. */
export function leftoverProblems(
  severity: Severity,
  out: string,
  changes: readonly FileChange[],
): readonly Diagnostic[] {
  return editedLeftovers(out, changes).map((file) => {
    const message = `${file} is no longer generated, but was edited since`;
    return { code: "TC405", severity, message, location: { file }, help: `run rm ${shellText([file])}` };
  });
}
