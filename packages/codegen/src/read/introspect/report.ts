import type { JsonValue } from "../../signature.js";
import { ownValue } from "../json/is-object.js";
import { parseJsonFile } from "../json/json-file.js";

/** A problem as the exporter words it. */
export interface ReportedProblem {
  /** Which problem it is: see `problem-kinds.ts`. */
  readonly kind: string;
  readonly message: string;
  /** An absolute path. */
  readonly file?: string;
  readonly line?: number;
  /** Lines that another program printed: a traceback's last ones, say. */
  readonly details: readonly string[];
}

/** What the exporter writes. */
export interface Report {
  readonly document?: JsonValue;
  readonly problems: readonly ReportedProblem[];
  /** The files of the modules that were imported from the user's project, absolute. */
  readonly files: readonly string[];
}

/** Reads a report; of one that is none, what is wrong with it. */
export function parseReport(
  bytes: Uint8Array,
): { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: string } {
  const reading = parseJsonFile("the report", bytes);
  if (!reading.ok) return { ok: false, reason: reading.diagnostic.message };
  const { value } = reading.json;
  const problems = ownValue(value, "problems");
  if (!Array.isArray(problems)) return { ok: false, reason: "the report lists no problems" };
  const document = ownValue(value, "document");
  const report = { problems: problems.map(readProblem), files: texts(ownValue(value, "files")) };
  return { ok: true, report: document === undefined ? report : { ...report, document } };
}

function readProblem(value: JsonValue): ReportedProblem {
  const [file, line] = [ownValue(value, "file"), ownValue(value, "line")];
  return {
    kind: text(ownValue(value, "kind")),
    message: text(ownValue(value, "message")),
    details: texts(ownValue(value, "details")),
    ...(typeof file === "string" ? { file } : {}),
    ...(typeof line === "number" && line >= 1 ? { line } : {}),
  };
}

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
