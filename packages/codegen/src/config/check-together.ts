import { isIntrospectable } from "../chain-values.js";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { isSaid, rivals } from "./chain-options.js";
import type { ChainConfig, SharedConfig } from "./config.js";
import type { ConfigEntry } from "./config-entry.js";
import type { ConfigFile } from "./config-file.js";
import { type ConfigPath, placeText } from "./place-text.js";

/** Refuses what excludes each other at one level of a config. */
export function checkRivals(
  level: SharedConfig & Partial<ChainConfig>,
  path: ConfigPath,
  { file, locate }: ConfigFile,
): readonly Diagnostic[] {
  return rivals
    .filter(([one, other]) => isSaid(level[one]) && isSaid(level[other]))
    .map(([one, other]) => {
      const place = [...path, other];
      const message = `${placeText(place)} in ${file} does not go with \`${one}\``;
      return error("TC605", message, { location: locate(place), help: `give \`${one}\` or \`${other}\`` });
    });
}

/** Refuses a chain whose options its source cannot have. */
export function checkEntry(
  { source, options, path }: ConfigEntry,
  { file, locate }: ConfigFile,
): readonly Diagnostic[] {
  if (typeof source !== "string" && options.name === undefined) {
    const message = `${placeText([...path, "name"])} is missing in ${file}`;
    const help = "give two plain JSON Schemas the name that the chain has in TypeScript";
    return [error("TC604", message, { location: locate(path), help })];
  }
  if (options.introspect !== true || (typeof source === "string" && isIntrospectable(source))) return [];
  const place = [...path, "introspect"];
  const message = `${placeText(place)} in ${file} does not go with its source`;
  return [error("TC605", message, { location: locate(place), help: "only Python files (.py) on disk can be run" })];
}
