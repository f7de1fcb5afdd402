import { type Diagnostic, error, type Location } from "../diagnostics/diagnostic.js";
import type { GivenTypes } from "../read/given-types.js";
import type { SourceHost } from "../read/source-host.js";
import type { TypesConfig } from "./config.js";
import type { ConfigFile } from "./config-file.js";
import { fromHere } from "./located-options.js";
import { type ConfigPath, placeText } from "./place-text.js";

/** The types of a level of a config: schemas that were checked, or the path of a file that is read with each source. */
export interface ConfigTypes {
  readonly types?: string | GivenTypes;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where types stand: in which config, of which folder, and where in it. */
export interface TypesPlace {
  readonly config: ConfigFile;
  readonly folder: string;
  readonly path: ConfigPath;
}

/** Reads the types of a level of a config. */
export async function configTypes(host: SourceHost, types: string | TypesConfig, at: TypesPlace): Promise<ConfigTypes> {
  if (typeof types === "string") return { types: fromHere(at.folder, types), diagnostics: [] };
  const { config, path } = at;
  const text = jsonText(types);
  if (text === undefined) {
    const help = "give JSON Schemas: objects of text, numbers, lists and objects, none of which contains itself";
    const message = `${placeText(path)} in ${config.file} is not JSON`;
    return { diagnostics: [error("TC604", message, { location: config.locate(path), help })] };
  }
  return await readSchemas(host, text, at);
}

/** A program may give what JSON cannot carry. */
function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** What is wrong with a schema names its place in the config, which has no line where the config is a program. */
async function readSchemas(host: SourceHost, text: string, { config, path }: TypesPlace): Promise<ConfigTypes> {
  const { parseJsonFile } = await import("../read/json/json-file.js");
  const { readTypesOf } = await import("../read/given-types.js");
  const parsed = parseJsonFile(config.file, new TextEncoder().encode(text));
  if (!parsed.ok) return { diagnostics: [{ ...parsed.diagnostic, location: config.locate(path) }] };
  const places = new Map<Location | undefined, string>();
  const locate = (inner: ConfigPath): Location => {
    const location = config.locate([...path, ...inner]);
    places.set(location, placeText([...path, ...inner]));
    return location;
  };
  const { types, diagnostics } = readTypesOf(host, { ...parsed.json, locate });
  const placed = diagnostics.map((diagnostic) => {
    const place = places.get(diagnostic.location);
    return place === undefined ? diagnostic : { ...diagnostic, message: `${place}: ${diagnostic.message}` };
  });
  return { types, diagnostics: placed };
}
