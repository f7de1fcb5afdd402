import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";
import { makeOutputFolder } from "../support/output-folder.js";
import { runInProcess } from "../support/run-in-process.js";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const page = read("docs/compared.md");
const rows = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | ").map((cell) => cell.trim()));

const chain = `from typing import Annotated, Literal
import pydantic
import truss_chains as chains

class Cat(pydantic.BaseModel):
    kind: Literal["cat"]
    lives: int = 9

class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    age: int

class Home(pydantic.BaseModel):
    pet: Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]

class Image(pydantic.BaseModel):
    data: bytes
    width: int = pydantic.Field(serialization_alias="w")

class Timings(pydantic.BaseModel):
    total: float

@chains.mark_entrypoint
class Draw(chains.ChainletBase):
    async def run_remote(self, home: Home, data: bytes) -> tuple[list[Image], Timings]:
        ...
`;

/** What the page says of our output, by what is in Python, and code that compiles where it is so. */
const claims: Readonly<Record<string, readonly [claim: string, code: string]>> = {
  "a field with a default, in an argument": ["may be left out", 'const cat: Cat = { kind: "cat" };\nvoid cat;'],
  "`bytes`, which JSON carries as text": ["`string`", 'same<DrawInput["data"], string>();'],
  "`-> tuple[list[Image], Timings]`": ["`[Image[], Timings]`", "same<DrawOutput, [Image[], Timings]>();"],
  "a union of models, told apart by a key": [
    "a union",
    'same<Home["pet"], Cat | Dog>();\nconst pet = {} as Home["pet"];\nif (pet.kind === "dog") same<typeof pet, Dog>();',
  ],
  "a misspelt key of a model": [
    "an error",
    '// @ts-expect-error\nconst misspelt: Cat = { kind: "cat", livs: 9 };\nvoid misspelt;',
  ],
};
/** What it says below the table. */
const others = 'same<keyof Image, "data" | "width">();\nvoid invokeDrawAsync;';

let folder: string;

beforeAll(() => {
  folder = makeOutputFolder("compared-docs");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the page names the releases that the bench pins", () => {
  const { dependencies } = JSON.parse(read("bench/peers/package.json")) as { dependencies: Record<string, string> };
  const packages = { ...dependencies, "hey-api": dependencies["@hey-api/openapi-ts"] };
  const [, , ...peers] = rows[0] ?? [];
  expect(peers).toHaveLength(5);
  for (const peer of peers) {
    const [name = "", release = ""] = peer.split(" ");
    expect(`${Object.entries(packages).find(([one]) => one === name)?.[1]}.`, name).toMatch(
      new RegExp(`^${release}\\.`),
    );
  }
});

test("what the page says of our output is so", async () => {
  expect(rows.slice(2).map(([what, ours]) => [what, ours])).toStrictEqual(
    Object.entries(claims).map(([what, [claim]]) => [what, claim]),
  );
  writeFileSync(join(folder, "draw.py"), chain);
  const { code, stderr } = await runInProcess(folder, ["generate", "draw.py", "--out", "chains"]);
  expect(code, stderr).toBe(0);
  const consumer = `import { type Cat, type Dog, type DrawInput, type DrawOutput, type Home, type Image, invokeDrawAsync, type Timings } from "./chains/draw.js";

/** Compiles where the two are the same type. */
declare function same<A, B>(
  ...differ: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [never]
): void;
${[...Object.values(claims).map(([, code]) => code), others].join("\n")}
`;
  writeFileSync(join(folder, "use.ts"), consumer);
  const settings = {
    extends: "../../fixtures/tsconfig.json",
    include: ["use.ts"],
    compilerOptions: { declaration: false, isolatedDeclarations: false },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  expect(compileProject(join(folder, "tsconfig.json"))).toBe("");
});

test("a call weighs what the page says", () => {
  const [invoke] = JSON.parse(read(".size-limit.json")) as readonly { readonly limit: string }[];
  const [, weight = ""] = /is (\d\.\d) kB of it/.exec(page) ?? [];
  expect(invoke?.limit.startsWith(weight) && weight !== "").toBe(true);
});
