import { type Diagnostic, error, type Location } from "../../diagnostics/diagnostic.js";
import { pathFromHere } from "./path-from-here.js";
import { problemKinds } from "./problem-kinds.js";
import type { ReportedProblem } from "./report.js";
import type { ExporterRun } from "./run-exporter.js";

/** How much of what another program printed is shown. */
const shownLines = 12;

/** The last lines that a program printed, without empty ones. */
export function lastLines(output: string): readonly string[] {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.slice(-shownLines);
}

/** The diagnostic of a problem that the exporter reports. */
export function reportedProblem(problem: ReportedProblem, attempt: ExporterRun, path: string): Diagnostic {
  const kind = problemKinds.get(problem.kind);
  if (kind === undefined) return unreadableReport(`it reports \`${problem.kind}\``, attempt, path);
  const { run, interpreter } = attempt;
  const printed = kind.showsOutput === true && run.kind !== "not-started" ? lastLines(run.output) : [];
  const notes = [...problem.details, ...(printed.length === 0 ? [] : ["It printed:", ...printed])];
  const message = kind.isOfInterpreter === true ? `\`${interpreter}\`: ${problem.message}` : problem.message;
  return error(kind.code, message, { location: locationOf(problem, path), help: kind.help, notes });
}

/** The diagnostic where the exporter's report is none, or holds no document. */
export function unreadableReport(reason: string, { interpreter, run }: ExporterRun, path: string): Diagnostic {
  return error("TC238", `What \`${interpreter}\` wrote is not a report of the exporter: ${reason}`, {
    location: { file: path },
    help: "name another Python with `--python`",
    notes: run.kind === "not-started" ? [] : lastLines(run.output),
  });
}

/** The diagnostic where what the exporter says of the chain is no signature document, for what its models say by code. */
export function unusableDocument(reason: string, path: string): Diagnostic {
  return error("TC238", `What the chain's models say of their schemas cannot be used: ${reason}`, {
    location: { file: path },
    help: "correct what `json_schema_extra` or `WithJsonSchema` says",
  });
}

function locationOf({ file, line }: ReportedProblem, path: string): Location {
  const shown = file === undefined ? path : pathFromHere(file, path);
  return line === undefined ? { file: shown } : { file: shown, line };
}
