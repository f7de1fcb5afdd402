import type { CommandModule } from "yargs";
import type { SignatureDiff } from "../../diff/signature-diff.js";
import { revisionAlone, revisionPathOf } from "../../read/revision-path.js";
import type { ChainSignature } from "../../signature.js";
import { UsageError } from "../../usage-error.js";
import type { Choose } from "../options/chosen-command.js";
import { pathsOf } from "../options/paths.js";
import { exitError, exitFine, exitUsage } from "../output/exit-codes.js";
import { failureJson } from "../output/failure-json.js";
import type { OneChain } from "../read-one-chain.js";
import { type DiffArguments, withDiffOptions } from "./diff-options.js";

/** `typed-chains diff <old> <new>`, `typed-chains diff git:REV` */
export function diffCommand(choose: Choose): CommandModule<object, DiffArguments> {
  return {
    command: "diff [sources..]",
    describe: "List what has changed for callers, from one source to another or since a revision",
    builder: withDiffOptions,
    handler: (given) => choose(async () => await diff(pathsOf(given.sources, given), given)),
  };
}

async function diff(paths: readonly string[], given: DiffArguments): Promise<number> {
  const startedAt = Date.now();
  const [oldPath = "", newPath, ...others] = paths;
  const revision = revisionAlone(oldPath);
  if (revision !== undefined && newPath === undefined) {
    return await (await import("./diff-since.js")).diffSince(revision, given, startedAt);
  }
  if (newPath === undefined || others.length > 0) {
    throw new UsageError("Name two sources: the old one, then the new one; or git:REV alone, for those of the config.");
  }
  const old = await read(oldPath, paths, given);
  // A config that cannot be used is told once.
  const next = old.exitCode === exitUsage ? undefined : await read(newPath, paths, given);
  if (old.signature === undefined || next?.signature === undefined) {
    const diagnostics = [...old.diagnostics, ...(next?.diagnostics ?? [])];
    if (given.json === true) process.stdout.write(failureJson(diagnostics, startedAt));
    return next === undefined ? exitUsage : exitError;
  }
  const { diffSignatures } = await import("../../diff/diff-signatures.js");
  const found = diffSignatures(old.signature, next.signature, { binary: given.binary });
  process.stdout.write(await textOf(next.signature, found, given));
  return exitFine;
}

async function read(path: string, paths: readonly string[], given: DiffArguments): Promise<OneChain> {
  const { readOneChain } = await import("../read-one-chain.js");
  // Of the two, only Python on disk can be run: the other one is read. That neither can is told where it is checked.
  const isRead = !canRun(path) && paths.some(canRun);
  return await readOneChain([path], isRead ? { ...given, introspect: undefined, python: undefined } : given);
}

function canRun(path: string): boolean {
  return /\.py$/i.test(path) && revisionPathOf(path) === undefined;
}

async function textOf(
  { name }: ChainSignature,
  found: SignatureDiff,
  { json, markdown }: DiffArguments,
): Promise<string> {
  if (json === true) return (await import("../../diff/render/json.js")).diffJson(found);
  if (markdown === true) return (await import("../../diff/render/markdown.js")).diffMarkdown(name, found);
  return (await import("../../diff/render/text.js")).diffText(found);
}
