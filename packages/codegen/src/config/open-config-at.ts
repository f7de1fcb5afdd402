import { basename, join } from "node:path";
import { ownValue } from "../read/json/is-object.js";
import { parseJsonFile } from "../read/json/json-file.js";
import type { SourceHost } from "../read/source-host.js";
import { configNames, packageKey } from "./find-config.js";
import { hostFiles } from "./glob-files.js";
import { fromHere } from "./located-options.js";
import { type Config, type ConfigOpening, openConfigFile } from "./open-config.js";
import { runText } from "./run-program.js";

/**
 * Opens a config as it was in a revision: the file of the same name, else another config of its folder. One that is a
 * program is run.
 *
 * @param host - the revision; paths start at the current folder.
 */
export async function openConfigAt(host: SourceHost, { file, folder }: Config): Promise<ConfigOpening> {
  const paths = [basename(file), ...configNames].map((name) => join(folder, name));
  const path = paths.find((one) => isConfig(host, fromHere(".", one)));
  if (path === undefined) return { diagnostics: [] };
  return await openConfigFile({ host, files: hostFiles(host), run: runText }, path);
}

/** Most files called package.json are no config. */
function isConfig(host: SourceHost, path: string): boolean {
  if (basename(path) !== "package.json") return host.exists(path);
  const file = host.read(path);
  const parsed = file.ok ? parseJsonFile(path, file.bytes) : undefined;
  return parsed?.ok === true && ownValue(parsed.json.value, packageKey) !== undefined;
}
