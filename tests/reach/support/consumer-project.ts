import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CommandResult, runCommand } from "../../support/run-command.js";
import { type ServerProcess, startServerProcess } from "../../support/server-process.js";
import { variablesOutside } from "./workspace.js";

/** A user's project, in a folder outside this workspace. */
export interface ConsumerProject {
  readonly folder: string;
  /** Runs a command in it and gives what it printed on standard output. Rejects with all it printed, where it fails. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Runs a command in it, whatever comes of it. */
  attempt(command: string, ...args: string[]): Promise<CommandResult>;
  /** Starts a command in it that serves until it is stopped. */
  serve(command: string, ...args: string[]): Promise<ServerProcess>;
  write(path: string, text: string): void;
  remove(): void;
}

/**
 * Makes a project of the given files: paths with `/`, and their text. Its commands get the given variables of the
 * environment besides those of a shell.
 */
export function createConsumerProject(
  files: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): ConsumerProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "typed-chains-consumer-")));
  const options = { cwd: folder, env: { ...variablesOutside(), ...variables } };
  const attempt: ConsumerProject["attempt"] = (command, ...args) => runCommand(command, args, options);
  const write: ConsumerProject["write"] = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    attempt,
    write,
    run: async (command, ...args) => {
      const { code, stdout, stderr } = await attempt(command, ...args);
      if (code !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${code}:\n${stdout}${stderr}`);
      return stdout;
    },
    serve: (command, ...args) => startServerProcess(command, args, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
