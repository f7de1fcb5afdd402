import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { fixtureChains, recordedChains } from "./data/chain-files.js";
import { prepareChain } from "./data/client.js";
import { rarelyAccepted, unseenDifferences, unusableChains, unusableFeatures } from "./data/exceptions.js";
import { leftOutFeatureChains, leftOutFeatures } from "./data/feature-chains.js";
import { programChains } from "./data/program-chains.js";
import { askPydantic } from "./data/pydantic.js";
import { report, tally } from "./data/report.js";
import { isRefusedByType, isRefusedByTypeScriptAlone, isWrong, strictnessOf } from "./data/rules.js";
import { runTrials, type Trial } from "./data/trials.js";
import { askTypeScript } from "./data/typescript.js";
import { excusedFeatures, warnedFeatures } from "./data/warned-features.js";
import { featureName } from "./programs/features.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

let python: string;

beforeAll(async () => {
  python = await preparePythonEnvironment();
});

describe("of values for many chains", () => {
  let folder: string;
  let trials: readonly Trial[];
  let exceptional: ReadonlyMap<string, readonly Trial[]>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "typed-chains-data-"));
    const leftOut = await leftOutFeatureChains(folder);
    const exceptions = [...unusableChains.keys(), ...leftOut.map(({ title }) => title)];
    const files = [...fixtureChains(), ...(await recordedChains()), ...(await programChains(folder)), ...leftOut];
    const chains = (await Promise.all(files.map(prepareChain))).flat();
    // What an exception is one for has to come up.
    const isHard = (title: string): boolean => exceptions.includes(title) || rarelyAccepted.has(title);
    const all = await runTrials(python, chains, ({ title }) => (isHard(title) ? 12 : 3));
    trials = all.filter(({ chain }) => !exceptions.includes(chain.title));
    exceptional = new Map(exceptions.map((title) => [title, all.filter(({ chain }) => chain.title === title)]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("those drawn from the signature are taken by TypeScript and by the server's model", () => {
    expect(report(trials.filter((trial) => trial.kind === "drawn" && isWrong(trial)))).toBe("");
  });

  test("those that pydantic refuses by their type, TypeScript refuses", () => {
    const refused = trials.filter(isRefusedByType);
    process.stdout.write(`Refused by type, for\n${tally(refused.map(({ kind }) => kind))}`);
    expect(report(refused.filter(isWrong))).toBe("");
  });

  test("TypeScript refuses more only by being strict", () => {
    const refused = trials.filter(isRefusedByTypeScriptAlone);
    process.stdout.write(
      `Refused by TypeScript alone, for\n${tally(refused.flatMap((trial) => strictnessOf(trial) ?? []))}`,
    );
    expect(report(refused.filter(isWrong))).toBe("");
  });

  test("those that the server answers are of the output's type", () => {
    expect(report(trials.filter((trial) => trial.kind === "answered" && isWrong(trial)))).toBe("");
  });

  /** Whether something is taken for the input of a chain, and something comes of it. */
  const isWhole = (ofChain: readonly Trial[]): boolean => {
    const kinds = ofChain.filter(({ pydantic }) => "accepted" in pydantic).map(({ kind }) => kind);
    return kinds.includes("drawn") && kinds.includes("answered");
  };

  test("every chain takes part, both ways", () => {
    const titles = [...new Set(trials.map(({ chain }) => chain.title))];
    const partial = titles.filter((title) => !isWhole(trials.filter(({ chain }) => chain.title === title)));
    expect(partial).toStrictEqual([]);
    expect(titles.length).toBeGreaterThan(100);
  });

  test("every exception still is one, and so is every feature that a warning excuses", () => {
    const wrong = [...exceptional].filter(([, ofChain]) => isWhole(ofChain) && !ofChain.some(isWrong));
    expect(wrong.map(([title]) => title)).toStrictEqual([]);
    expect(exceptional.size).toBe(unusableChains.size + leftOutFeatures.length);
  });
});

test("no feature is excused twice, and each that is warned of and goes well is", () => {
  const warned = warnedFeatures.map(({ id }) => id);
  expect(excusedFeatures.filter(({ id }) => unusableFeatures.has(id)).map(featureName)).toStrictEqual([]);
  expect([...unseenDifferences.keys()].filter((id) => !warned.includes(id))).toStrictEqual([]);
});

test("NaN and infinity are answered as null, which only the type of a field with such a default says", async () => {
  const folder = temporaryFolder();
  const lines = [
    "import pydantic",
    "import truss_chains as chains",
    "class Reading(pydantic.BaseModel):",
    "    value: float",
    '    limit: float = float("inf")',
    "class Measure(chains.ChainletBase):",
    "    async def run_remote(self) -> tuple[float, Reading]: ...",
  ];
  await writeFile(join(folder, "measure.py"), `${lines.join("\n")}\n`);
  const file = { title: "measure.py", folder, path: "measure.py", sources: ["measure.py"] };
  const [chain] = await prepareChain(file);
  const results = ["NaN", "Infinity", "-Infinity"].map((number) => `[${number}, {"value": ${number}}]`);
  const [answers] = await askPydantic(python, [{ chain: file, inputs: [], mutants: [], results }]);
  const answer = { accepted: '[null,{"value":null,"limit":null}]' };
  expect(answers?.results).toStrictEqual([answer, answer, answer]);

  const values = [null, 0].map((number) => ({ side: "output" as const, value: [number, { value: 0, limit: null }] }));
  expect(askTypeScript([{ client: chain?.client ?? "", values }])).toStrictEqual([
    ["Type 'null' is not assignable to type 'number'.", undefined],
  ]);
});
