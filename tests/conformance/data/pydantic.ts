import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonSchemaObject, JsonValue } from "@typed-chains/codegen";
import { lastLines, runCommand } from "../../support/run-command.js";
import { exporter } from "../support/introspection.js";
import { pythonFile } from "../support/python-files.js";
import type { ChainFile } from "./chain-files.js";
import type { Mutant } from "./mutants.js";

/** Values for one chain. */
export interface Questions {
  readonly chain: ChainFile;
  /** For the model of its arguments: these are made to fit it where the schema does not tell all. */
  readonly inputs: readonly JsonValue[];
  /** Likewise, but taken as they are; with the place that is changed. */
  readonly mutants: readonly Pick<Mutant, "value" | "path">[];
  /** Which its `run_remote` returns: texts, so that there may be NaN in them, which JSON has no word for. */
  readonly results: readonly string[];
}

/** One thing that pydantic finds wrong with a value. */
export interface PydanticError {
  readonly type: string;
  readonly place: readonly string[];
}

/** That a value is taken, with what comes of it, or why it is not. */
export type Verdict<Accepted> = { readonly accepted: Accepted } | { readonly refused: readonly PydanticError[] };

/** What the real models of a chain say. */
export interface Answers {
  /** The one property `result` of it is the type of the result, as it is validated. */
  readonly resultSchema: JsonSchemaObject;
  /** Of an input that is taken: whether only by leniency, such as a text for a number. */
  readonly inputs: readonly (Verdict<boolean> & { readonly value: JsonValue })[];
  readonly mutants: readonly Verdict<boolean>[];
  /** Of a result that is taken: the body of the answer. */
  readonly results: readonly Verdict<string>[];
}

/**
 * Has the models that truss generates judge values.
 *
 * @param python - a Python that has the pinned requirements.
 * @throws An `Error` with what Python said, where a chain cannot be imported or has no such models.
 */
export async function askPydantic(python: string, questions: readonly Questions[]): Promise<readonly Answers[]> {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-values-"));
  try {
    const requests = questions.map(({ chain, inputs, mutants, results }, index) => ({
      report: join(folder, `${index}.json`),
      source: join(chain.folder, chain.path),
      entrypoint: chain.entrypoint ?? null,
      inputs,
      mutants,
      results,
    }));
    const list = join(folder, "requests.json");
    await writeFile(list, JSON.stringify(requests));
    const { code, stderr } = await runCommand(python, [pythonFile("judge_values.py"), exporter, list], { cwd: folder });
    if (code !== 0) throw new Error(`No values were judged:\n${lastLines(stderr, 20)}`);
    return await Promise.all(
      requests.map(({ report }, index) => readReport(report, questions[index]?.chain.title ?? "")),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(path: string, title: string): Promise<Answers> {
  const report = JSON.parse(await readFile(path, "utf8")) as Answers | { readonly failure: string };
  if ("failure" in report) throw new Error(`The models of ${title} cannot be asked:\n${report.failure}`);
  return report;
}
