import { type ChainSource, sourcePath } from "../chain-source.js";
import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { readOrIntrospect } from "../generate.js";
import { isPython, type ReadOptions } from "../read/read-source.js";
import { relativePath } from "../relative-path.js";
import { resolveOneChain } from "../run/resolve/resolve-one-chain.js";
import { runHost } from "../run/resolve/run-host.js";
import type { ChainSignature, JsonSchema } from "../signature.js";
import { withConfigHelp } from "./config-help.js";
import { commandLineOf, type SourceArguments } from "./options/source-options.js";
import { exitUsage } from "./output/exit-codes.js";
import { report } from "./output/report.js";
import { usedConfig } from "./used-config.js";

/** A chain that was read, and what the exit code is where nothing else goes wrong. */
export interface OneChain {
  readonly signature?: ChainSignature;
  readonly documentedResult?: JsonSchema;
  /** What was reported. */
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: number;
}

/** Reads the one chain of a command line, reporting what is wrong with it. No signature where there is an error. */
export async function readOneChain(
  paths: readonly string[],
  given: SourceArguments,
  alsoRead: Pick<ReadOptions, "documentedResult"> = {},
): Promise<OneChain> {
  const commandLine = commandLineOf(paths, given);
  const used = await usedConfig(given.config);
  if (!used.isUsable) return { exitCode: exitUsage, diagnostics: used.diagnostics };
  const host = runHost(used.config, commandLine);
  const { source, file } = resolveOneChain(host, used.config, commandLine);
  const { signature, documentedResult, ...read } = await readOrIntrospect(host, readAlso(source, alsoRead));
  const ofChain = paths.length > 0 ? undefined : used.config;
  const diagnostics = read.diagnostics.map((diagnostic) => withConfigHelp(diagnostic, ofChain));
  const exitCode = report(diagnostics, host);
  if (signature === undefined || hasError(diagnostics)) return { exitCode, diagnostics };
  return {
    signature: { ...signature, source: sourceOf(source, signature, used.config?.folder ?? ".", file) },
    ...(documentedResult === undefined ? {} : { documentedResult }),
    diagnostics,
    exitCode,
  };
}

function readAlso(source: ChainSource, options: Pick<ReadOptions, "documentedResult">): ChainSource {
  return "schemas" in source ? source : { ...source, options: { ...source.options, ...options } };
}

/**
 * A signature document keeps the source that it names: it describes the same chain wherever it lies. Python is named
 * relative to the folder of the config, else to the current one, however it was given, so that the document is the same
 * on every machine.
 */
function sourceOf(source: ChainSource, signature: ChainSignature, folder: string, file: string): string {
  if (signature.source !== undefined && !isPython(sourcePath(source))) return signature.source;
  return relativePath(folder, file);
}
