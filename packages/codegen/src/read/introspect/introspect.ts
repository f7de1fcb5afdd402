import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import { softened } from "../leniency.js";
import { readPythonSource } from "../python/read-python.js";
import { readFile } from "../read-file.js";
import type { SourceReading } from "../read-result.js";
import { finishReading, type ReadOptions } from "../read-source.js";
import type { SourceHost } from "../source-host.js";
import { interpreters, interpreterVariables } from "./interpreters.js";
import type { Introspection } from "./introspection.js";
import { readExporterRun } from "./read-exporter-run.js";
import { type ExporterRun, runExporter } from "./run-exporter.js";

/**
 * Reads the signature of a chain off its live classes: the user's own Python imports the module, and says what truss,
 * pydantic and `inspect` see. It runs the user's code, on the disk, whatever the host. Relative paths start at the
 * current folder.
 */
export async function introspectSource(
  host: SourceHost,
  path: string,
  options: ReadOptions,
  introspection: Introspection,
): Promise<SourceReading> {
  const problem = problemOfSource(host, path);
  if (problem !== undefined) return { diagnostics: [problem], filesRead: [path] };
  return readIntrospection(await runFirst(path, options, introspection), host, path, options);
}

/** What a run of the exporter says of a source, as its options want it. */
export function readIntrospection(
  attempt: ExporterRun,
  host: SourceHost,
  path: string,
  options: ReadOptions,
): SourceReading {
  const reading = readExporterRun(attempt, host, path);
  const diagnostics = options.lenient === true ? reading.diagnostics.map(softened) : reading.diagnostics;
  return finishReading(withFrames({ ...reading, diagnostics }, host, path, options), options);
}

/** Which models the frames of a stream are, no live object knows: that is read. */
function withFrames(reading: SourceReading, host: SourceHost, path: string, options: ReadOptions): SourceReading {
  const { signature } = reading;
  if (signature?.transport !== "byte-stream") return reading;
  const read = readPythonSource(host, path, options);
  const frames = read.signature?.frames;
  const ofFrames = read.diagnostics.filter(({ code }) => ["TC218", "TC219", "TC243"].includes(code));
  return {
    ...(frames === undefined
      ? reading
      : { ...reading, signature: { ...signature, transport: "framed-stream", frames } }),
    diagnostics: [...reading.diagnostics, ...ofFrames],
    filesRead: [...new Set([...reading.filesRead, ...read.filesRead])],
  };
}

function problemOfSource(host: SourceHost, path: string): Diagnostic | undefined {
  const file = readFile(host, path);
  if (!file.ok) return file.diagnostic;
  if (/\.py$/i.test(path)) return undefined;
  return error("TC105", `${path} is not a Python module that can be imported`, {
    location: { file: path },
    help: "give the chain's .py file, or leave out --introspect",
  });
}

/** Runs the first interpreter that exists. */
async function runFirst(path: string, options: ReadOptions, introspection: Introspection): Promise<ExporterRun> {
  const [first = "python3", ...others] = interpreters(introspection.python, process.env);
  const request = { source: path, entrypoint: options.entrypoint, roots: options.roots ?? [] };
  const limits = { variables: interpreterVariables(process.env), timeoutMs: introspection.timeoutMs ?? 60_000 };
  let attempt = await runExporter(first, request, limits);
  for (const interpreter of others) {
    if (attempt.run.kind !== "not-started" || !attempt.run.isMissing) break;
    attempt = await runExporter(interpreter, request, limits);
  }
  return attempt;
}
