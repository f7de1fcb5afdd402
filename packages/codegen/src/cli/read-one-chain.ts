import { type ChainSource, sourcePath } from "../chain-source.js";
import { hasError } from "../diagnostics/diagnostic.js";
import { readOrIntrospect } from "../generate.js";
import { diskHost } from "../read/hosts/disk-host.js";
import { isPython } from "../read/read-source.js";
import type { ChainSignature } from "../signature.js";
import { relativePath } from "./relative-path.js";
import { report } from "./report.js";

/** Reads the one chain of a command line, reporting what is wrong with it. No signature where there is an error. */
export async function readOneChain(sources: readonly ChainSource[]): Promise<{
  readonly signature?: ChainSignature;
  readonly exitCode: number;
}> {
  const host = diskHost(process.cwd());
  const readings = await Promise.all(
    sources.map(async (source) => ({ source, reading: await readOrIntrospect(host, source) })),
  );
  const diagnostics = readings.flatMap(({ reading }) => reading.diagnostics);
  const exitCode = report(diagnostics, host);
  const [first] = readings;
  if (first?.reading.signature === undefined || hasError(diagnostics)) return { exitCode };
  return {
    signature: { ...first.reading.signature, source: sourceOf(first.source, first.reading.signature) },
    exitCode,
  };
}

/**
 * A signature document keeps the source that it names: it describes the same chain wherever it lies. Python is named
 * relative to the current folder, however it was given, so that the document is the same on every machine.
 */
function sourceOf(source: ChainSource, signature: ChainSignature): string {
  const path = sourcePath(source);
  if (signature.source !== undefined && !isPython(path)) return signature.source;
  return relativePath(".", path);
}
