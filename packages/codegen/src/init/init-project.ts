import { configBelow } from "../config/config-below.js";
import { fromHere } from "../config/located-options.js";
import { isGlob } from "../config/match-files.js";
import type { Config } from "../config/open-config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { commandName, scriptText } from "../package-manager.js";
import { ownValue } from "../read/json/is-object.js";
import { revisionPathOf } from "../read/revision-path.js";
import type { SourceHost } from "../read/source-host.js";
import { UsageError } from "../usage-error.js";
import { applyChanges } from "../write/apply-changes.js";
import type { FileChange } from "../write/file-change.js";
import type { NewChain } from "./config-text.js";
import { keptScripts } from "./npm-scripts.js";
import { type ConfigRequest, type InitPlan, isInside, planInit } from "./plan-init.js";
import type { PresentConfig, Project } from "./project.js";
import { hasDependency, readProject } from "./read-project.js";

/** What the user asks `init` for. */
export interface InitRequest {
  /** Where the clients go. @defaultValue "src/chains" */
  readonly out?: string | undefined;
  /** The chains. @defaultValue what is found */
  readonly sources?: readonly string[] | undefined;
  /** Where the only chain lives: its id. */
  readonly chainId?: string | undefined;
  /** Likewise: its URL. */
  readonly chainUrl?: string | undefined;
}

/** What `init` did. */
export interface InitResult {
  /** The config of the project, new or not. */
  readonly config: string;
  /** The chains of it. */
  readonly sources: readonly string[];
  /** Files of which one may be the chain, where it is not known which. */
  readonly undecided: readonly string[];
  readonly changes: readonly FileChange[];
  /** The scripts whose names the user has for others. */
  readonly keptScripts: readonly string[];
  /** A config of a folder below, whose chains a new one has too. */
  readonly configBelow: string | undefined;
  /** What the project does not depend on yet, and clients or scripts need. */
  readonly missingPackages: readonly string[];
  /** Whether the project's package.json takes the clients, which are ES modules, for CommonJS, and says so. */
  readonly isCommonJs: boolean;
  /** The command that generates the clients. */
  readonly generateCommand: string;
}

/** Its result, or the errors that kept the project as it was. */
export type InitOutcome =
  | { readonly ok: true; readonly result: InitResult }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Gives the project of the current folder a config, scripts, and an output folder that is marked as generated. What it has
 * already stays, and everything is written or nothing.
 *
 * @param config - the config that the folder has already.
 * @throws UsageError where what is asked for cannot be.
 */
export async function initProject(
  host: SourceHost,
  config: Config | undefined,
  request: InitRequest,
): Promise<InitOutcome> {
  const { project, diagnostics } = await readProject(host, config);
  if (project === undefined) return { ok: false, diagnostics };
  const out = folderOf(request);
  const chains = chainsOf(host, request, project);
  if (project.config !== undefined) checkPresent(project.config, request, { out, chains });
  const plan = planInit(project, { out, chains });
  const failures = plan.diagnostics.length > 0 ? plan.diagnostics : applyChanges(".", plan);
  if (failures.length > 0) return { ok: false, diagnostics: failures };
  return { ok: true, result: resultOf(project, plan, chains) };
}

function resultOf({ config, chains, packageJson }: Project, plan: InitPlan, asked: readonly NewChain[]): InitResult {
  const sources = (config?.chains ?? asked).map(({ source }) => source);
  const kept = keptScripts(packageJson.value);
  const isFound = ({ source }: NewChain): boolean => chains.sources.includes(source);
  return {
    config: plan.config,
    sources,
    undecided: config === undefined && asked.every(isFound) ? chains.undecided : [],
    changes: plan.changes,
    keptScripts: kept,
    configBelow: config === undefined ? configBelow() : undefined,
    missingPackages: neededPackages(config).filter((name) => !hasDependency(packageJson.value, name)),
    isCommonJs: config?.makesPackagesOnly !== true && ownValue(packageJson.value, "type") === "commonjs",
    generateCommand: kept.includes("generate") ? `${commandName()} generate` : scriptText("generate"),
  };
}

/** The scripts need the generator, and a client that is no package the runtime. */
function neededPackages(config: PresentConfig | undefined): readonly string[] {
  const generator = "@typed-chains/codegen";
  return config?.makesPackagesOnly === true ? [generator] : [generator, "@typed-chains/runtime"];
}

function folderOf({ out = "src/chains" }: InitRequest): string {
  const folder = fromHere(".", out);
  if (isInside(folder)) return folder;
  throw new UsageError("--out is a folder below this one, such as src/chains, for the clients alone.");
}

/** The chains of a new config. Where a chain lives can be said of one alone. */
function chainsOf(host: SourceHost, request: InitRequest, project: Project): readonly NewChain[] {
  const sources = sourcesOf(host, request, project);
  const { chainId, chainUrl } = request;
  if ((chainId ?? chainUrl) === undefined) return sources.map((source) => ({ source }));
  const option = chainId === undefined ? "--chain-url" : "--chain-id";
  const [source, ...others] = sources;
  if (project.config === undefined && (source === undefined || others.length > 0 || isGlob(".", source))) {
    throw new UsageError(`${option} belongs to one chain: name its file with --source.${foundText(project)}`);
  }
  return sources.map((one) => ({ source: one, chainId, chainUrl }));
}

function foundText({ chains: { sources, undecided } }: Project): string {
  const found = [...sources, ...undecided];
  return found.length > 0
    ? ` There are ${found.join(", ")}.`
    : " No Python file here marks an entrypoint, and there is no .signature.json.";
}

function sourcesOf(host: SourceHost, { sources }: InitRequest, { chains }: Project): readonly string[] {
  if (sources === undefined) return chains.sources;
  const asked = sources.map((source) => {
    if (revisionPathOf(source) !== undefined) return source;
    if (!isGlob(".", source) && !host.exists(source)) throw new UsageError(`The source ${source} does not exist.`);
    return fromHere(".", source);
  });
  return [...new Set(asked)];
}

/** A config that is there is never written over: what is asked for has to be what it says. */
function checkPresent(
  { file, folders, chains }: PresentConfig,
  { out, sources, chainId, chainUrl }: InitRequest,
  asked: ConfigRequest,
): void {
  const isThere = (source: string | undefined): boolean =>
    chains.some(
      (chain) =>
        (source === undefined || source === chain.source) &&
        (chainId === undefined || chainId === chain.chainId) &&
        (chainUrl === undefined || chainUrl === chain.chainUrl),
    );
  const isOfAny = (chainId ?? chainUrl) !== undefined;
  const isOfChains =
    sources === undefined ? !isOfAny || isThere(undefined) : asked.chains.every((one) => isThere(one.source));
  const isSaid = (out === undefined || folders.includes(asked.out)) && isOfChains;
  if (!isSaid) throw new UsageError(`There is already a config, which stays as it is: edit ${file} instead.`);
}
