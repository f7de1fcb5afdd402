import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureCases } from "../support/fixture-cases.js";
import { readBothWays } from "./support/introspection.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const exceptions = JSON.parse(readFileSync(new URL("introspect-exceptions.json", import.meta.url), "utf8")) as Readonly<
  Record<string, string>
>;

interface Chain {
  readonly title: string;
  readonly path: string;
  readonly entrypoint?: string;
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

let python: string;

beforeAll(async () => {
  python = await preparePythonEnvironment();
});

describe("introspection gives the document that the reader gives without running the chain", () => {
  const chains = [...chainsOfFixtures(), ...recordedChains()];

  test.concurrent.each(chains.filter(({ title }) => exceptions[title] === undefined))(
    "$title",
    async ({ path, entrypoint }) => {
      const { read, introspected } = await readBothWays(python, path, entrypoint);
      expect(introspected).toStrictEqual(read);
    },
  );

  test.concurrent.each(chains.filter(({ title }) => exceptions[title] !== undefined))(
    "or is struck off the exceptions: $title",
    async ({ path, entrypoint }) => {
      const { read, introspected } = await readBothWays(python, path, entrypoint);
      expect(introspected).not.toStrictEqual(read);
    },
  );

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
  const table = Object.entries(cases).map(([title, one], index) => ({ title, file: `chain_${index}.py`, ...one }));
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "typed-chains-test-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.concurrent.each(table)("$title", async ({ file, accepted, source }) => {
    const path = join(folder, file);
    writeFileSync(path, `${prelude}\nclass C(chains.ChainletBase):\n${source.replaceAll(/^/gm, "    ")}\n`);
    const { read, introspected } = await readBothWays(python, path);
    if (accepted) expect(introspected).toStrictEqual(read);
    else expect([introspected.document, read.document]).toStrictEqual([undefined, undefined]);
  });
});
