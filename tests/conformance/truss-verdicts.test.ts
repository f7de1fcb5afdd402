import { beforeAll, describe, expect, it } from "vitest";
import { trussProbes } from "../support/truss-probes/index.js";
import { preparePythonEnvironment } from "./support/python-environment.js";
import { type TrussAnswer, trussAnswers } from "./support/truss-verdicts.js";

/** That the reader reports the codes of each probe is a unit test, which needs no Python. */
describe("truss makes of a chain what the reader goes by", () => {
  const answers = new Map<string, TrussAnswer>();

  beforeAll(async () => {
    const given = await trussAnswers(await preparePythonEnvironment(), trussProbes);
    for (const [index, { title }] of trussProbes.entries()) {
      const answer = given[index];
      if (answer !== undefined) answers.set(title, answer);
    }
  });

  it.each(trussProbes)("$title: $truss", ({ title, truss }) => {
    const answer = answers.get(title);
    expect(answer?.verdict, answer?.reason).toBe(truss);
  });

  it("has a title for every probe, and a code for exactly those that do not work", () => {
    expect(answers.size).toBe(trussProbes.length);
    expect(trussProbes.filter(({ truss, codes }) => (truss === "works") !== (codes.length === 0))).toStrictEqual([]);
  });
});
