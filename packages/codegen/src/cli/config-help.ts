import type { ChainOptions } from "../config/chain-options.js";
import type { Config } from "../config/open-config.js";
import { type ConfigPath, placeText } from "../config/place-text.js";
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

/**
 * Says of a fix that names options which keys of the config they are, and of a file that cannot be used which key names it,
 * where the chains are those of a config.
 */
export function withConfigHelp(diagnostic: Diagnostic, config: Config | undefined): Diagnostic {
  const { help } = diagnostic;
  // A command to run is repeated as it is.
  if (config === undefined || help === undefined || /^run |\bconfig\b/.test(help)) return diagnostic;
  const named = keys.filter(([option]) => new RegExp(`${option}(?![\\w-])`).test(help)).map(([, key]) => key);
  const all = [...named, ...keysNaming(diagnostic, config)];
  if (all.length === 0) return diagnostic;
  return { ...diagnostic, help: `${help} (in ${config.file}: ${all.join(", ")})` };
}

/** What is wrong with a file as a whole: it is missing, cannot be read, or is none. */
const ofFile: ReadonlySet<string> = new Set(["TC101", "TC102", "TC103"]);

/** The keys that name the file of a problem. A source is known by its name. */
function keysNaming({ code, location }: Diagnostic, { defaults, entries }: Config): readonly string[] {
  const file = ofFile.has(code) ? location?.file : undefined;
  if (file === undefined) return [];
  const levels: readonly { readonly options: ChainOptions; readonly path: ConfigPath }[] = [
    { options: defaults, path: [] },
    ...entries,
  ];
  const places = levels.flatMap(({ options: { types, package: settings }, path }) => [
    ...(types === file ? [placeText([...path, "types"])] : []),
    ...(settings?.license === file ? [placeText([...path, "package", "license"])] : []),
  ]);
  return [...new Set(places)];
}
