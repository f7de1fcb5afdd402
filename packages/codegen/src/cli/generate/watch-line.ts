import type { RunResult } from "../../run/run-result.js";
import { type ClientStatus, clientStatus } from "./client-status.js";

const meanings: readonly (readonly [status: ClientStatus, meaning: string])[] = [
  ["written", "written"],
  ["unchanged", "up to date"],
  ["kept", "with errors, left as before"],
];

/**
 * The line that ends a turn of `--watch`, as of a compiler that watches: when it was, and what became of the clients.
 *
 * @param results - of all clients; none where nothing could be generated.
 */
export function watchLine(results: readonly RunResult[], now: Date): string {
  const statuses = results.map((result) => clientStatus(result, true));
  const counts = meanings.flatMap(([status, meaning]): readonly (readonly [number, string])[] => {
    const count = statuses.filter((one) => one === status).length;
    return count === 0 ? [] : [[count, meaning]];
  });
  const told = counts.map(([count, meaning], index) => {
    const what = index > 0 ? "" : count === 1 ? " client" : " clients";
    return `${count}${what} ${meaning}`;
  });
  const time = now.toTimeString().slice(0, "00:00:00".length);
  return `[${time}] ${told.join(", ") || "Nothing was generated"}. Watching for changes (Ctrl-C stops it)\n`;
}
