import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
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
  const reading = readExporterRun(await runFirst(path, options, introspection), host, path);
  const diagnostics = options.lenient === true ? reading.diagnostics.map(softened) : reading.diagnostics;
  return finishReading({ ...reading, diagnostics }, options);
}

function problemOfSource(host: SourceHost, path: string): Diagnostic | undefined {
  const file = readFile(host, path);
  if (!file.ok) return file.diagnostic;
  if (/\.py$/i.test(path)) return undefined;
  return error("TC105", `${path} is not a Python module that could be imported`, {
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

/** The codes of what pydantic could do and truss does not. */
const rulesOfTruss: ReadonlySet<string> = new Set(["TC209", "TC216", "TC217", "TC237"]);

function softened(diagnostic: Diagnostic): Diagnostic {
  return rulesOfTruss.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}
