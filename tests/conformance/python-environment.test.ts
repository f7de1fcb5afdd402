import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { preparePythonEnvironment } from "./support/python-environment.js";
import { findInterpreter, probeInterpreter } from "./support/python-interpreter.js";

let ready: string;
let searchPath: string;

beforeAll(async () => {
  ready = await preparePythonEnvironment();
  searchPath = [dirname(ready), process.env["PATH"]].join(delimiter);
});

function writeRequirements(folder: string, text: string): string {
  const file = join(folder, "requirements.txt");
  writeFileSync(file, text);
  return file;
}

function writeScript(file: string, text: string): void {
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

describe("the Python environment", () => {
  it("is made once, also for those who ask at the same time, and again where its making was cut short", async () => {
    const folder = temporaryFolder();
    const requirementsFile = writeRequirements(folder, "");
    const options = { requirementsFile, cacheFolder: join(folder, "cache"), variables: { PATH: searchPath } };

    const [python, same] = await Promise.all([preparePythonEnvironment(options), preparePythonEnvironment(options)]);
    expect(same).toBe(python);
    const environment = dirname(dirname(python));
    const witness = join(environment, "witness");
    writeFileSync(witness, "");

    expect(await preparePythonEnvironment(options)).toBe(python);
    expect(existsSync(witness)).toBe(true);

    rmSync(join(environment, "complete"));
    expect(await preparePythonEnvironment(options)).toBe(python);
    expect(existsSync(witness)).toBe(false);
    expect(await probeInterpreter(python)).toMatchObject({ executable: python });
  });

  it("comes from the first Python that runs and is of a supported version", async () => {
    const folder = temporaryFolder();
    writeScript(join(folder, "python3.11"), "echo 'python3.11: command not found' >&2; exit 127");
    writeScript(
      join(folder, "python3.12"),
      `echo '{ "executable": "old", "version": "3.9", "canMakeEnvironments": true }'`,
    );
    const interpreter = await findInterpreter([folder, searchPath].join(delimiter));
    expect(interpreter?.version).toMatch(/^3\.1[12]$/);
  });

  it("says what to install where there is no Python", async () => {
    await expect(preparePythonEnvironment({ variables: { PATH: temporaryFolder() } })).rejects.toThrow(
      /^No Python 3\.11 or 3\.12 .* was found on PATH\. Install one .* or set TYPED_CHAINS_PYTHON/,
    );
  });

  it("says what pip said where the packages cannot be installed", async () => {
    const folder = temporaryFolder();
    const requirementsFile = writeRequirements(folder, join(folder, "absent-1.0-py3-none-any.whl"));
    const options = { requirementsFile, cacheFolder: join(folder, "cache"), variables: { PATH: searchPath } };
    await expect(preparePythonEnvironment(options)).rejects.toThrow(/could not install the packages.*absent-1\.0/s);
  });
});

describe("TYPED_CHAINS_PYTHON", () => {
  it("is used where it has the packages", async () => {
    expect(await preparePythonEnvironment({ variables: { TYPED_CHAINS_PYTHON: ready } })).toBe(ready);
  });

  it("is refused where it does not run", async () => {
    const python = join(temporaryFolder(), "python3");
    await expect(preparePythonEnvironment({ variables: { TYPED_CHAINS_PYTHON: python } })).rejects.toThrow(
      `TYPED_CHAINS_PYTHON is ${python}, which does not run.`,
    );
  });

  it("is refused, with what is missing, where it lacks packages", async () => {
    const folder = temporaryFolder();
    const options = { requirementsFile: writeRequirements(folder, ""), cacheFolder: join(folder, "cache") };
    const python = await preparePythonEnvironment({ ...options, variables: { PATH: searchPath } });
    await expect(preparePythonEnvironment({ variables: { TYPED_CHAINS_PYTHON: python } })).rejects.toThrow(
      /which lacks truss==[\d.]+, msgpack==[\d.]+, msgpack-numpy==[\d.]+, pydantic==[\d.]+\. Name a Python/,
    );
  });
});
