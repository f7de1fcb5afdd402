import { exitError } from "./exit-codes.js";

/**
 * Ends the process where its output cannot be written, as on a full disk. Where nobody reads it any more (`--check | head`),
 * what was begun ends as it would have, with the same exit code; what waits to be stopped is stopped.
 */
export function watchOutput(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EPIPE") {
        process.emit("SIGTERM", "SIGTERM");
        return;
      }
      if (stream === process.stdout) process.stderr.write(`The output cannot be written: ${cause.message}\n`);
      process.exit(exitError);
    });
  }
}

/**
 * Ends the process once all is written that was printed. Nothing else is waited for: a config may leave a timer or a server
 * behind, which would never end.
 */
export function endProcess(process: NodeJS.Process, exitCode: number): void {
  // What cannot be written is told before that.
  const end = (): void => void setImmediate(() => process.exit(exitCode));
  process.stdout.write("", () => process.stderr.write("", end));
}
