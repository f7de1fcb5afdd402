import { vi } from "vitest";
import { runCommandLine } from "../../packages/codegen/src/cli/run.js";
import { inFolder } from "../../packages/codegen/test/config/support/temporary-project.js";
import type { CommandResult } from "./run-command.js";

/**
 * Runs a command line as the command would that is started in a folder, without a process of its own: that takes ten
 * times as long. The tests that start the command prove that the two are the same.
 */
export async function runInProcess(folder: string, args: readonly string[]): Promise<CommandResult> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  // The parser of command lines prints its help through this, which a test runner has for itself.
  const log = vi.spyOn(console, "log").mockImplementation((text) => {
    printed.stdout += `${String(text)}\n`;
  });
  try {
    const code = await inFolder(folder, () => runCommandLine(args));
    return { code, ...printed };
  } finally {
    for (const spy of [...spies, log]) spy.mockRestore();
  }
}
