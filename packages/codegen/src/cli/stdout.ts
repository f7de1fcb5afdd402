import { exitError, exitFine } from "./exit-codes.js";

/**
 * Ends the process where nobody reads what it prints any more (`describe … | head`), which is fine, or where it cannot
 * be written, as on a full disk.
 */
export function endWithStdout(process: NodeJS.Process): void {
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code === "EPIPE") process.exit(exitFine);
    process.stderr.write(`The output cannot be written: ${cause.message}\n`);
    process.exit(exitError);
  });
}
