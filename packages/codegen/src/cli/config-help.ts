import type { Config } from "../config/open-config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** The options of the command line that fixes name, and the keys of a config that say the same. */
const keys: readonly (readonly [option: string, key: string])[] = [
  ["--out", "`out`"],
  ["--root", "`roots`"],
  ["--types", "`types`"],
  ["--name", "`name` of its chain"],
  ["--entrypoint", "`entrypoint` of its chain"],
  ["--transport", "`transport` of its chain"],
];

/** Says of a fix that names options which keys of the config they are, where the chains are those of a config. */
export function withConfigHelp(diagnostic: Diagnostic, config: Config | undefined): Diagnostic {
  const { help } = diagnostic;
  // A command to run is repeated as it is.
  if (config === undefined || help === undefined || /^run |\bconfig\b/.test(help)) return diagnostic;
  const named = keys.filter(([option]) => new RegExp(`${option}(?![\\w-])`).test(help)).map(([, key]) => key);
  if (named.length === 0) return diagnostic;
  return { ...diagnostic, help: `${help} (in ${config.file}: ${named.join(", ")})` };
}
