import { distinct, hasError } from "../../diagnostics/diagnostic.js";
import { exitError, exitFine } from "../output/exit-codes.js";
import { clientStatus } from "./client-status.js";
import type { ShownProblems, ShownResults } from "./shown-results.js";

/** Prints what keeps a `generate` from beginning, for programs, and gives the exit code. */
export function showProblems(problems: ShownProblems): number {
  return showResults({ ...problems, results: [], inputs: () => [], isWritten: false });
}

/**
 * Prints what a `generate` came to, for programs, and gives the exit code. `schema/generate-result.schema.json` has the
 * form, which only grows while `formatVersion` is 1.
 */
export function showResults({ diagnostics: ofConfig, results, inputs, startedAt, isWritten }: ShownResults): number {
  const diagnostics = distinct([...ofConfig, ...results.flatMap((result) => result.diagnostics)]);
  const ok = !hasError(diagnostics);
  const files = results.flatMap(({ out, changes }) =>
    changes.filter(({ path }) => !path.startsWith(".")).map(({ path, status }) => ({ path: `${out}/${path}`, status })),
  );
  const statuses = new Map(results.map((result) => [result.out, clientStatus(result, isWritten)]));
  const clients = inputs().map(({ out, ...files }) => ({ out, status: statuses.get(out), ...files }));
  const result = { formatVersion: 1, ok, files, clients, diagnostics, durationMs: Date.now() - startedAt };
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  return ok ? exitFine : exitError;
}
