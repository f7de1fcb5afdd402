import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { lastLines, runCommand } from "../../support/run-command.js";
import { fileOf, type TrussProbe } from "../../support/truss-probes/index.js";
import { pythonFile } from "./python-files.js";

/** What truss made of a probe. */
export interface TrussAnswer {
  readonly verdict: TrussProbe["truss"];
  /** What was raised where it does not work. */
  readonly reason?: string;
}

/**
 * Has truss import and generate every probe, and calls what it generates.
 *
 * @param python - a Python that has the pinned requirements.
 * @throws An `Error` with the last lines of what was printed, where no verdicts came back.
 */
export async function trussAnswers(python: string, probes: readonly TrussProbe[]): Promise<readonly TrussAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-verdicts-"));
  try {
    return await answersIn(folder, python, probes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function answersIn(
  folder: string,
  python: string,
  probes: readonly TrussProbe[],
): Promise<readonly TrussAnswer[]> {
  const casesFile = join(folder, "cases.json");
  const home = join(folder, "home");
  const temporary = join(folder, "temporary");
  await Promise.all([mkdir(home), mkdir(temporary), writeFile(casesFile, JSON.stringify(probes.map(caseOf)))]);
  const path = [dirname(python), process.env["PATH"] ?? ""].join(delimiter);
  const env = { PATH: path, HOME: home, TMPDIR: temporary, PYTHONDONTWRITEBYTECODE: "1" };
  const args = [pythonFile("truss_verdicts.py"), casesFile, join(folder, "chains")];
  const { code, stdout, stderr } = await runCommand(python, args, { env });
  if (code !== 0) throw new Error(`truss gave no verdicts:\n${lastLines(stdout + stderr, 20)}`);
  return JSON.parse(stdout) as TrussAnswer[];
}

function caseOf(probe: TrussProbe): object {
  return { files: { [fileOf(probe)]: probe.source, ...probe.files }, call: probe.call ?? "{}" };
}
