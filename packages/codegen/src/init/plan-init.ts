import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { JsonValue } from "../signature.js";
import type { FileChange } from "../write/file-change.js";
import { biomeProblem, excludeFolder } from "./biome-config.js";
import { configText, type NewChain } from "./config-text.js";
import { editText } from "./edit-text.js";
import { markGenerated } from "./git-attributes.js";
import { addScripts, scriptsProblem } from "./npm-scripts.js";
import { ignoreFolder } from "./prettier-ignore.js";
import type { Project } from "./project.js";

/** What `init` would do to a project, and what forbids it. */
export interface InitPlan {
  /** The config that the project then has. */
  readonly config: string;
  /** In the order in which they are carried out. */
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a new config is to say; of a present one, it is known already. */
export interface ConfigRequest {
  readonly out: string;
  readonly chains: readonly NewChain[];
}

/** Decides how a project comes to a config, scripts, and a folder that is marked as generated. */
export function planInit(project: Project, { out, chains }: ConfigRequest): InitPlan {
  const { config, texts, packageJson } = project;
  const path = config?.file ?? `typed-chains.config.${project.usesTypeScript ? "ts" : "mjs"}`;
  const diagnostics = [...texts].flatMap(([file, text]) => problemOf(file, text, project) ?? []);
  if (diagnostics.length > 0) return { config: path, changes: [], diagnostics };
  const folders = (config?.folders ?? [out]).filter(isInside);
  const edits = [...texts].map(([file, before]): FileChange => {
    const text = editText(before, (inside) => edited(file, inside, packageJson.value, folders));
    return { path: file, status: text === before ? "unchanged" : "changed", text };
  });
  if (config !== undefined) return { config: path, changes: edits, diagnostics };
  const created: FileChange = { path, status: "created", text: configText(out, chains, project) };
  return { config: path, changes: [created, ...edits], diagnostics };
}

function problemOf(file: string, text: string, { packageJson }: Project): Diagnostic | undefined {
  if (file === packageJson.file) return scriptsProblem(packageJson);
  return isOfBiome(file) ? biomeProblem(file, text.replace(/^\ufeff/, "")) : undefined;
}

function edited(file: string, text: string, packageJson: JsonValue, folders: readonly string[]): string {
  if (file === "package.json") return addScripts(text, packageJson);
  const mark = isOfBiome(file) ? excludeFolder : file === ".gitattributes" ? markGenerated : ignoreFolder;
  return folders.reduce(mark, text);
}

function isOfBiome(file: string): boolean {
  return file.startsWith("biome.");
}

/** What stands in the files of this folder is about what lies below it. */
export function isInside(folder: string): boolean {
  return !/^(\.\.?(\/|$)|\/|[A-Za-z]:)/.test(folder);
}
