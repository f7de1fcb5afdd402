import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ChainsDiff } from "../../diff/chain-change.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import { openRevision } from "../../run/baseline/baseline-source.js";
import { compareConfig } from "../../run/baseline/compare-config.js";
import { UsageError } from "../../usage-error.js";
import { commandLineOf } from "../options/source-options.js";
import { exitError, exitUsage } from "../output/exit-codes.js";
import { failureJson } from "../output/failure-json.js";
import { report } from "../output/report.js";
import { usedConfig } from "../used-config.js";
import type { DiffArguments } from "./diff-options.js";

/**
 * Compares the chains of the config with what they were in a revision, and gives the exit code.
 *
 * @param startedAt - when the command began, by `Date.now()`.
 */
export async function diffSince(revision: string, given: DiffArguments, startedAt: number): Promise<number> {
  if (given.introspect === true || given.python !== undefined) {
    throw new UsageError("--introspect goes with two sources: an old chain cannot be run, so both sides are read.");
  }
  const { sources, options } = commandLineOf([], given);
  const used = await usedConfig(given.config);
  const end = (exitCode: number, diagnostics: readonly Diagnostic[]): number => {
    if (given.json === true) process.stdout.write(failureJson(diagnostics, startedAt));
    return exitCode;
  };
  if (!used.isUsable) return end(exitUsage, used.diagnostics);
  const { config } = used;
  if (config === undefined) {
    throw new UsageError("A revision alone compares the chains of a config, but there is none: name two sources.");
  }
  const opened = openRevision(revision);
  const host = diskHost(process.cwd());
  if (!opened.ok) return end(report([opened.diagnostic], host), [opened.diagnostic]);
  const commandLine = { sources, options: { ...options, ...(given.binary ? { binary: true } : {}) } };
  const { diff, diagnostics } = await compareConfig(config, commandLine, opened.baseline);
  const exitCode = report(diagnostics, host);
  if (diff === undefined) return end(exitError, diagnostics);
  process.stdout.write(await textOf(diff, given));
  return exitCode;
}

async function textOf(diff: ChainsDiff, { json, markdown }: DiffArguments): Promise<string> {
  if (json === true) return (await import("../../diff/render/several-json.js")).severalJson(diff);
  if (markdown === true) return (await import("../../diff/render/several-markdown.js")).severalMarkdown(diff);
  return (await import("../../diff/render/several-text.js")).severalText(diff);
}
