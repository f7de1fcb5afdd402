import { delimiter, join } from "node:path";
import { runCommand } from "../../support/run-command.js";
import { pythonFile } from "./python-files.js";

/** A Python that runs, and what decides whether it can be used. */
export interface PythonInterpreter {
  /** The absolute path, as Python itself gives it. */
  readonly executable: string;
  /** Such as `3.11`. */
  readonly version: string;
  /** Whether it has `venv` and `ensurepip`, which some distributions leave out. */
  readonly canMakeEnvironments: boolean;
}

/** The versions that the pinned requirements were resolved for, the one of the recorded exchanges first. */
const supportedVersions = ["3.11", "3.12"];

/** Whether the pinned requirements are for its version. */
export function isSupported(interpreter: PythonInterpreter): boolean {
  return supportedVersions.includes(interpreter.version);
}

/**
 * Asks an interpreter what it is. `undefined` where it does not run: a version manager's shim may name a version that
 * is not active.
 */
export async function probeInterpreter(command: string): Promise<PythonInterpreter | undefined> {
  const { code, stdout } = await runCommand(command, [pythonFile("probe_interpreter.py")]);
  return code === 0 ? (JSON.parse(stdout) as PythonInterpreter) : undefined;
}

/** The first Python on a search path (the value of `PATH`) that can make an environment for the pinned requirements. */
export async function findInterpreter(searchPath: string): Promise<PythonInterpreter | undefined> {
  for (const command of candidates(searchPath)) {
    const interpreter = await probeInterpreter(command);
    if (interpreter?.canMakeEnvironments && isSupported(interpreter)) return interpreter;
  }
  return undefined;
}

function candidates(searchPath: string): string[] {
  const names = [...supportedVersions.map((version) => `python${version}`), "python3"];
  const folders = searchPath.split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
