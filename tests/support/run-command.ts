import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How a command ended, and what it printed. */
export interface CommandResult {
  /** The exit code; `null` where a signal ended the command or it could not be started. */
  readonly code: number | null;
  readonly stdout: string;
  /** For a command that could not be started, the system's reason. */
  readonly stderr: string;
}

/** Where a command runs. */
export interface CommandOptions {
  /** The folder; by default that of this process. */
  readonly cwd?: string;
  /** The whole environment; by default that of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command without a shell and without input, and waits for its end. Never rejects for what the command does. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<Pick<CommandResult, "code"> & { readonly reason?: string }>((resolve) => {
    child.once("error", (error) => resolve({ code: null, reason: error.message }));
    child.once("close", (code) => resolve({ code }));
  });
  const [stdout, stderr, { code, reason }] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr: reason ?? stderr };
}

/** The last lines of an output, for a message; without the empty ones. */
export function lastLines(output: string, count: number): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-count).join("\n");
}
