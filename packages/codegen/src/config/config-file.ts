import { basename, extname } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { hasRepeatedKey } from "../read/json/has-repeated-key.js";
import { ownValue } from "../read/json/is-object.js";
import type { JsonFile } from "../read/json/json-file.js";
import { readFile } from "../read/read-file.js";
import type { SourceHost } from "../read/source-host.js";
import type { JsonValue } from "../signature.js";
import { packageKey } from "./find-config.js";
import { placeText } from "./place-text.js";
import type { RunProgram } from "./run-program.js";

/** A config as it was loaded, before anything is known of it. */
export interface ConfigFile {
  /** As it is shown: relative to the current folder. */
  readonly file: string;
  readonly value: unknown;
  /** Where a value stands. Before {@link ConfigFile.withPlaces}, and in a config that is a program: the file alone. */
  readonly locate: JsonFile["locate"];
  /** The same with its places, which are worked out where there is something to tell, and not before. */
  withPlaces(): Promise<ConfigFile>;
}

export type ConfigLoading =
  | { readonly ok: true; readonly config: ConfigFile }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** How a config is loaded. */
interface LoadOptions {
  /** Its path, as it is shown. */
  readonly file: string;
  readonly run: RunProgram;
}

/**
 * Loads a config: JSON is parsed, a program is run.
 *
 * @param path - absolute.
 */
export async function loadConfigFile(
  host: SourceHost,
  path: string,
  { file, run }: LoadOptions,
): Promise<ConfigLoading> {
  const reading = readFile(host, file);
  if (!reading.ok) return failed({ ...reading.diagnostic, code: "TC601" });
  switch (extname(path)) {
    case ".json":
      return await loadJson(path, file, reading.bytes);
    case ".js":
    case ".mjs":
    case ".ts":
    case ".mts":
      return await loadProgram(path, file, () => run(path, new TextDecoder().decode(reading.bytes)));
    default:
      return failed(
        error("TC601", `${file} is not a config, judging by its name`, {
          location: { file },
          help: "give a file that ends in .ts, .mts, .js, .mjs or .json",
        }),
      );
  }
}

async function loadJson(path: string, file: string, bytes: Uint8Array): Promise<ConfigLoading> {
  const parsed = await parseJson(file, bytes);
  if (!parsed.ok) return parsed;
  const isPackage = basename(path) === "package.json";
  const value = isPackage ? ownValue(parsed.value, packageKey) : parsed.value;
  if (value === undefined) {
    const help = `give a config of its own, or a package.json with the key "${packageKey}"`;
    return failed(error("TC602", `${file} has no key "${packageKey}"`, { location: { file }, help }));
  }
  const repeated = await repeatedKey(file, bytes, parsed.value, isPackage);
  if (repeated !== undefined) return failed(repeated);
  const withPlaces = async (): Promise<ConfigFile> => {
    const places = await jsonPlaces(file, bytes);
    const config = { file, value, locate: inConfig(places, isPackage) };
    return { ...config, withPlaces: () => Promise.resolve({ ...config, withPlaces }) };
  };
  return await checked({ file, value, locate: () => ({ file }), withPlaces });
}

/** Parses JSON. What finds the places in it is slow to load, and only needed where something is wrong. */
async function parseJson(
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly diagnostic: Diagnostic }> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch {
    const { parseJsonFile } = await import("../read/json/json-file.js");
    const parsed = parseJsonFile(file, bytes);
    return parsed.ok ? { ok: true, value: parsed.json.value } : parsed;
  }
}

/** Refuses a key that stands twice: a chain would be lost without a word. The rest of a package.json is no matter of ours. */
async function repeatedKey(
  file: string,
  bytes: Uint8Array,
  value: JsonValue,
  isPackage: boolean,
): Promise<Diagnostic | undefined> {
  const text = new TextDecoder().decode(bytes);
  if (!hasRepeatedKey(text, value)) return undefined;
  const { repeatedKeys } = await import("../read/json/repeated-key.js");
  const found = repeatedKeys(file, text).find(({ path }) => !isPackage || path[0] === packageKey);
  if (found === undefined) return undefined;
  const message = `${placeText(isPackage && found.path.length > 1 ? found.path.slice(1) : found.path)} stands twice in ${file}`;
  return error("TC605", message, { location: found.location, help: "leave out one of the two: only the last counts" });
}

/** The places of a config that is a key of package.json start there. */
function inConfig(locate: JsonFile["locate"], isPackage: boolean): JsonFile["locate"] {
  return isPackage ? (path, part) => locate([packageKey, ...path], part) : locate;
}

async function jsonPlaces(file: string, bytes: Uint8Array): Promise<JsonFile["locate"]> {
  const { parseJsonFile } = await import("../read/json/json-file.js");
  const parsed = parseJsonFile(file, bytes);
  return parsed.ok ? (path, part) => parsed.json.locate(path, part) : () => ({ file });
}

async function loadProgram(path: string, file: string, run: () => Promise<unknown>): Promise<ConfigLoading> {
  try {
    const value = await run();
    readThrough(value);
    const config = { file, value, locate: () => ({ file }) };
    const withPlaces = (): Promise<ConfigFile> => Promise.resolve({ ...config, withPlaces });
    return await checked({ ...config, withPlaces });
  } catch (cause) {
    const { moduleProblem } = await import("./module-problem.js");
    return failed(moduleProblem(path, file, cause));
  }
}

/** Reads all values: one that is a getter may throw, which is the config's own mistake. */
function readThrough(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const inner of Object.values(value)) readThrough(inner, seen);
}

async function checked(config: ConfigFile): Promise<ConfigLoading> {
  const { file, value } = config;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ok: true, config };
  const location = (await config.withPlaces()).locate([]);
  if (typeof value === "function") {
    const help = "export what it returns: `export default await config();`";
    return failed(error("TC602", `${file} exports a function, not a config`, { location, help }));
  }
  return failed(
    error("TC602", value === undefined ? `${file} exports no config` : `${file} is not an object`, {
      location,
      help: "the config is the default export: `export default defineConfig({ … })`; in JSON, an object",
    }),
  );
}

function failed(diagnostic: Diagnostic): ConfigLoading {
  return { ok: false, diagnostic };
}
