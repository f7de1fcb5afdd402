import { overlay } from "../config/chain-options.js";
import type { ConfigEntry } from "../config/config-entry.js";
import { fromHere } from "../config/located-options.js";
import type { Config } from "../config/open-config.js";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { isJsonObject, ownValue } from "../read/json/is-object.js";
import { parseJsonFile } from "../read/json/json-file.js";
import { readFile } from "../read/read-file.js";
import type { SourceHost } from "../read/source-host.js";
import type { JsonValue } from "../signature.js";
import { UsageError } from "../usage-error.js";
import type { NewChain } from "./config-text.js";
import { findChains } from "./find-chains.js";
import type { PresentConfig, Project } from "./project.js";

const packageFile = "package.json";

/** The files that are edited where they are there. */
const edited = [packageFile, ".gitattributes", ".prettierignore", "biome.json", "biome.jsonc"];

/** Frameworks whose bundlers (Turbopack, Metro) do not find a TypeScript file by the name of its JavaScript. */
const withoutExtension = ["next", "react-native"];

/** What came of looking at a project: none where an error says why. */
export interface ProjectReading {
  readonly project?: Project;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks at the project of the current folder. It writes nothing.
 *
 * @param config - the config that the folder has already.
 * @throws UsageError where the folder is no project.
 */
export async function readProject(host: SourceHost, config: Config | undefined): Promise<ProjectReading> {
  if (!host.exists(packageFile)) {
    throw new UsageError("There is no package.json in this folder: go to that of your project, or run npm init first.");
  }
  const { texts, diagnostics } = readTexts(host);
  if (diagnostics.length > 0) return { diagnostics };
  const parsed = parseJsonFile(packageFile, new TextEncoder().encode(texts.get(packageFile)));
  if (!parsed.ok) return { diagnostics: [parsed.diagnostic] };
  const { json: packageJson } = parsed;
  const usesTypeScript = host.exists("tsconfig.json") || hasDependency(packageJson.value, "typescript");
  const takesNoExtension = withoutExtension.some((name) => hasDependency(packageJson.value, name));
  const present = config && presentConfig(config);
  const chains = present === undefined ? await findChains(host) : { sources: [], undecided: [] };
  const project = { packageJson, usesTypeScript, takesNoExtension, config: present, chains, texts };
  return { project, diagnostics: [] };
}

function readTexts(host: SourceHost): {
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const file of edited.filter((path) => host.exists(path))) {
    const reading = readFile(host, file);
    const text = reading.ok ? decode(reading.bytes) : undefined;
    if (text !== undefined) texts.set(file, text);
    else diagnostics.push(reading.ok ? notText(file) : reading.diagnostic);
  }
  return { texts, diagnostics };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notText(file: string): Diagnostic {
  return error("TC104", `${file} is not UTF-8 text`, { location: { file }, help: "save the file in UTF-8" });
}

function presentConfig({ file, defaults, entries }: Config): PresentConfig {
  const folders = [defaults, ...entries.map(({ options }) => options)].flatMap(({ out }) => out ?? []);
  const packages = entries.filter(({ options }) => overlay(defaults, options).package?.name !== undefined);
  return {
    file,
    folders: [...new Set(folders.map((folder) => fromHere(".", folder)))],
    chains: entries.map(chainOf),
    makesPackagesOnly: entries.length > 0 && packages.length === entries.length,
  };
}

function chainOf({ source, options: { chainId, chainUrl } }: ConfigEntry): NewChain {
  return {
    source: typeof source === "string" ? source : source.input,
    ...(typeof chainId === "string" ? { chainId } : {}),
    ...(chainUrl === undefined ? {} : { chainUrl }),
  };
}

/** Whether a package.json has a package among its dependencies of any kind. */
export function hasDependency(packageJson: JsonValue, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies"].some((kind) => {
    const dependencies = ownValue(packageJson, kind);
    return isJsonObject(dependencies) && Object.hasOwn(dependencies, name);
  });
}
