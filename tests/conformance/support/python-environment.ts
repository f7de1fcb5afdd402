import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastLines, runCommand } from "../../support/run-command.js";
import { pythonFile } from "./python-files.js";
import { findInterpreter, isSupported, type PythonInterpreter, probeInterpreter } from "./python-interpreter.js";

/** What {@link preparePythonEnvironment} goes by; tests give their own. */
export interface PythonEnvironmentOptions {
  /** The environment variables: `TYPED_CHAINS_PYTHON`, and `PATH`. By default those of this process. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** A file of pinned requirements. By default the one beside these tests. */
  readonly requirementsFile?: string;
  /** Where environments are kept. By default inside this project's `node_modules`. */
  readonly cacheFolder?: string;
}

const projectCache = fileURLToPath(new URL("../../../node_modules/.cache/typed-chains", import.meta.url));

/**
 * Gives the path of a Python that has the pinned requirements: the one that `TYPED_CHAINS_PYTHON` names, else that of a
 * virtual environment, which the first call makes and later ones find.
 *
 * @throws An `Error` that says what is missing and what to do.
 */
export async function preparePythonEnvironment(options: PythonEnvironmentOptions = {}): Promise<string> {
  const {
    variables = process.env,
    requirementsFile = pythonFile("requirements.txt"),
    cacheFolder = projectCache,
  } = options;
  const ready = variables["TYPED_CHAINS_PYTHON"];
  if (ready) return await checkReadyInterpreter(ready);

  const interpreter = await findInterpreter(variables["PATH"] ?? "");
  if (!interpreter) {
    throw new Error(
      "No Python 3.11 or 3.12 that can make virtual environments was found on PATH. Install one (on Debian and " +
        "Ubuntu with its package python3-venv), or set TYPED_CHAINS_PYTHON to one that has the packages of " +
        "tests/conformance/python/requirements.txt.",
    );
  }
  const folder = join(cacheFolder, await environmentName(interpreter, requirementsFile));
  await makeEnvironment(interpreter, folder, requirementsFile);
  return join(folder, "bin", "python");
}

/** Another lock, Python or machine is another environment. */
async function environmentName(interpreter: PythonInterpreter, requirementsFile: string): Promise<string> {
  const parts = [interpreter.executable, interpreter.version, process.platform, process.arch];
  const hash = createHash("sha256")
    .update(await readFile(requirementsFile))
    .update(JSON.stringify(parts));
  return `conformance-${hash.digest("hex").slice(0, 16)}`;
}

async function makeEnvironment(
  interpreter: PythonInterpreter,
  folder: string,
  requirementsFile: string,
): Promise<void> {
  const script = pythonFile("make_environment.py");
  const { code, stdout, stderr } = await runCommand(interpreter.executable, [script, folder, requirementsFile]);
  if (code === 0) return;
  throw new Error(
    `Python ${interpreter.version} could not install the packages of tests/conformance/python/requirements.txt: give ` +
      "pip a package index that serves them, or set TYPED_CHAINS_PYTHON to a Python that has them. " +
      `It said:\n${lastLines(stdout + stderr, 5)}`,
  );
}

async function checkReadyInterpreter(command: string): Promise<string> {
  const interpreter = await probeInterpreter(command);
  const problem = interpreter ? await problemOf(interpreter) : "does not run";
  if (!interpreter || problem) {
    throw new Error(
      `TYPED_CHAINS_PYTHON is ${command}, which ${problem}. Name a Python 3.11 or 3.12 that has the packages of ` +
        "tests/conformance/python/requirements.txt, or unset it to have an environment made.",
    );
  }
  return interpreter.executable;
}

/** What keeps a Python from being used as it is, if anything. */
async function problemOf(interpreter: PythonInterpreter): Promise<string | undefined> {
  if (!isSupported(interpreter)) return `is Python ${interpreter.version}`;
  const { stdout } = await runCommand(interpreter.executable, [pythonFile("check_pins.py"), ...(await decisivePins())]);
  const missing = stdout.split("\n").filter((line) => line !== "");
  return missing.length > 0 ? `lacks ${missing.join(", ")}` : undefined;
}

/** The packages whose exact version shows in what goes over the wire. */
async function decisivePins(): Promise<string[]> {
  const lines = (await readFile(pythonFile("requirements.in"), "utf8")).split("\n");
  return lines.filter((line) => /^[\w-]+==\S+$/.test(line));
}
