import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureCases } from "../support/fixture-cases.js";
import { type ChainFile, type ChainReading, introspectChains, readStatically } from "./support/introspection.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const exceptions = JSON.parse(readFileSync(new URL("introspect-exceptions.json", import.meta.url), "utf8")) as Readonly<
  Record<string, string>
>;

interface Chain extends ChainFile {
  readonly title: string;
}

function chainsOfFixtures(): readonly Chain[] {
  return fixtureCases().flatMap(({ name, folder, requests }) =>
    requests.flatMap(({ source }) => {
      if ("schemas" in source || !/\.pyi?$/.test(source.path)) return [];
      const { entrypoint } = source.options;
      const chain = { title: `${name}/${source.path}`, path: join(folder, source.path) };
      return [entrypoint === undefined ? chain : { ...chain, entrypoint }];
    }),
  );
}

function recordedChains(): readonly Chain[] {
  const folder = join(fixtures, "wire", "chains");
  return readdirSync(folder).flatMap((file) => {
    const path = join(folder, file);
    const classes = readFileSync(path, "utf8").matchAll(/^class (\w+)\(chains\.ChainletBase\)/gm);
    return [...classes].map(([, entrypoint = ""]) => ({ title: `${file}, ${entrypoint}`, path, entrypoint }));
  });
}

/** Introspects chains before the tests; gives what was found of each. */
function introspectFirst(chains: readonly ChainFile[]): (chain: ChainFile) => ChainReading | undefined {
  let found: readonly ChainReading[] = [];
  beforeAll(async () => {
    found = await introspectChains(await preparePythonEnvironment(), chains);
  });
  return (chain) => found[chains.indexOf(chain)];
}

describe("introspection gives the document that the reader gives without running the chain", () => {
  const chains = [...chainsOfFixtures(), ...recordedChains()];
  const introspected = introspectFirst(chains);

  test.each(chains.map((chain) => [chain.title, chain] as const))("%s", (title, chain) => {
    const isException = exceptions[title] !== undefined;
    const read = readStatically(chain);
    if (isException) expect(introspected(chain)).not.toStrictEqual(read);
    else expect(introspected(chain)).toStrictEqual(read);
  });

  test("every exception is a chain of the fixtures", () => {
    const titles = chains.map(({ title }) => title);
    expect(Object.keys(exceptions).filter((title) => !titles.includes(title))).toStrictEqual([]);
  });
});

describe("of every signature in truss's table both say the same", () => {
  const prelude = readFileSync(join(fixtures, "truss", "prelude.py"), "utf8");
  const cases = JSON.parse(readFileSync(join(fixtures, "truss", "types.json"), "utf8")) as Readonly<
    Record<string, { readonly accepted: boolean; readonly source: string }>
  >;
  const folder = mkdtempSync(join(tmpdir(), "typed-chains-test-"));
  const table = Object.entries(cases).map(([title, { accepted, source }], index) => {
    const path = join(folder, `chain_${index}.py`);
    writeFileSync(path, `${prelude}\nclass C(chains.ChainletBase):\n${source.replaceAll(/^/gm, "    ")}\n`);
    return { title, accepted, path };
  });
  const introspected = introspectFirst(table);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(table.map((chain) => [chain.title, chain] as const))("%s", (_title, chain) => {
    const [read, live] = [readStatically(chain), introspected(chain)];
    if (chain.accepted) expect(live).toStrictEqual(read);
    else expect([live?.document, read.document]).toStrictEqual([undefined, undefined]);
  });
});
