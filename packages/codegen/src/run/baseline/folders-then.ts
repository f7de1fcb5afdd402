import type { Config } from "../../config/open-config.js";
import type { GeneratedRun } from "../generate-runs.js";
import { realPath } from "../resolve/one-folder.js";
import type { BaselineSource } from "./baseline-source.js";
import { foldersThen } from "./clients-then.js";
import { packageIdentity } from "./package-identity.js";

/**
 * The folders that a config had in a revision and has no more, as far as its chains do not tell.
 *
 * @param told - folders of which it is known.
 */
export function goneFoldersThen(
  config: Config,
  since: BaselineSource,
  generated: readonly GeneratedRun[],
  told: readonly string[],
): readonly string[] {
  const known = new Set([...generated.map(({ run }) => run.out), ...told].map((out) => realPath(out)));
  const packages = new Set(generated.flatMap(({ run }) => run.package?.name ?? []));
  // A package may have been moved.
  return foldersThen(config, since).filter(
    (folder) => !known.has(realPath(folder)) && !packages.has(packageIdentity(since.host, folder).name ?? ""),
  );
}
