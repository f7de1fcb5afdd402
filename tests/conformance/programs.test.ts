import { beforeAll, expect, test } from "vitest";
import { comparePrograms, type Disagreement, hasSeveralForms, readProgram } from "./programs/compare.js";
import { coverage, coverageTable } from "./programs/coverage.js";
import { generateProgram } from "./programs/generate.js";
import type { Program } from "./programs/program.js";
import { shrinkProgram } from "./programs/shrink.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const programs = Array.from({ length: 500 }, (_, seed) => generateProgram(seed));
let python: string;

beforeAll(async () => {
  python = await preparePythonEnvironment();
});

/** The smallest program that still fails, with what the two ways of reading say of it. */
async function smallestOf(program: Program): Promise<Disagreement | undefined> {
  const failing = async (candidates: readonly Program[]): Promise<readonly boolean[]> => {
    return (await comparePrograms(python, candidates)).map((found) => found !== undefined);
  };
  const [found] = await comparePrograms(python, [await shrinkProgram(program, failing)]);
  return found;
}

test("reading and introspection say the same of 500 programs", async () => {
  const found = await comparePrograms(python, programs);
  const seeds = found.flatMap((disagreement, seed) => (disagreement === undefined ? [] : [seed]));
  const [first] = seeds;
  const program = first === undefined ? undefined : programs[first];
  const smallest = program === undefined ? undefined : await smallestOf(program);
  expect({ seeds, smallest }).toStrictEqual({ seeds: [], smallest: undefined });
});

test("few programs have a class of several forms, in which pydantic's document is not compared", () => {
  const left = programs.filter((program) => hasSeveralForms(readProgram(program).signature));
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(programs.length / 20);
});

test("the programs show all that real chains use, and every feature that is known without running Python", () => {
  const counts = coverage(programs);
  process.stdout.write(`${coverageTable(counts)}\n`);
  expect([...counts].filter(([, count]) => count === 0)).toStrictEqual([]);
});
