import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { usesAny } from "../../packages/codegen/test/emit/support/compile.js";
import { compileProject } from "../support/compile-project.js";
import { fixtureCases, generateCase } from "../support/fixture-cases.js";

describe.each(fixtureCases().map((fixture) => [fixture.name, fixture] as const))("fixtures/%s", (_name, fixture) => {
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    files = await generateCase(fixture);
  });

  test("gives exactly the files of expected/", async () => {
    const expected = join(fixture.folder, "expected");
    for (const [path, text] of files) await expect(text).toMatchFileSnapshot(join(expected, path));
    expect(readdirSync(expected).sort()).toStrictEqual([...files.keys()].sort());
  });

  test("has a consumer, unless nothing is generated", () => {
    expect(existsSync(join(fixture.folder, "use.ts"))).toBe(files.has("index.ts"));
  });

  test("has no type any", () => {
    const clients = [...files].filter(([path]) => path.endsWith(".ts"));
    expect(clients.filter(([, text]) => usesAny(text))).toStrictEqual([]);
  });
});

test("all expected output and all consumers compile in one program under the strictest flags", () => {
  expect(compileProject("fixtures/tsconfig.json")).toBe("");
});
