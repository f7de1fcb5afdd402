import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { JsonValue } from "../../signature.js";
import type { SourceReading } from "../read-result.js";
import type { SourceHost } from "../source-host.js";
import { checkDocument } from "./check-document.js";
import { pathFromHere } from "./path-from-here.js";
import { lastLines, reportedProblem, unreadableReport, unusableDocument } from "./problems.js";
import { parseReport, type Report } from "./report.js";
import type { ExporterRun } from "./run-exporter.js";

/** What a run of the exporter says of a source: its signature, or why there is none. */
export function readExporterRun(attempt: ExporterRun, host: SourceHost, path: string): SourceReading {
  const failure = failureOf(attempt, path);
  if (failure !== undefined) return { diagnostics: [failure], filesRead: [path] };
  const parsed = parseReport(attempt.report ?? new Uint8Array());
  return parsed.ok
    ? readReport(parsed.report, attempt, host, path)
    : { diagnostics: [unreadableReport(parsed.reason, attempt, path)], filesRead: [path] };
}

/** Why there is no report, or none that is whole. */
function failureOf({ interpreter, run, report }: ExporterRun, path: string): Diagnostic | undefined {
  const choose = "name the chain's own Python with `--python`";
  switch (run.kind) {
    case "not-started": {
      const message = run.isMissing
        ? `There is no Python interpreter \`${interpreter}\``
        : `The Python interpreter \`${interpreter}\` cannot be run (${run.reason})`;
      return error("TC231", message, { help: choose });
    }
    case "timed-out":
      return error("TC236", `The import of ${path} does not end`, {
        location: { file: path },
        help: "move slow code out of the module, into the chainlet's `__init__`",
        notes: lastLines(run.output),
      });
    case "ended": {
      if (report !== undefined) return undefined;
      const message = `\`${interpreter}\` does not run Python code: it ended with ${run.how}`;
      return error("TC231", message, { help: choose, notes: lastLines(run.output) });
    }
  }
}

function readReport(report: Report, attempt: ExporterRun, host: SourceHost, path: string): SourceReading {
  const diagnostics = report.problems.map((problem) => reportedProblem(problem, attempt, path));
  const imported = report.files.map((file) => pathFromHere(file, path)).filter((file) => file !== path);
  const filesRead = [path, ...imported];
  return report.document === undefined
    ? { diagnostics, filesRead }
    : { ...readDocument(report.document, diagnostics, host, path), filesRead };
}

function readDocument(
  document: JsonValue,
  diagnostics: readonly Diagnostic[],
  host: SourceHost,
  path: string,
): Omit<SourceReading, "filesRead"> {
  const check = checkDocument(document, host, path);
  if (!check.ok) return { diagnostics: [...diagnostics, unusableDocument(check.reason, path)] };
  return { signature: { ...check.signature, source: path }, diagnostics: [...diagnostics, ...check.warnings] };
}
