import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { captureOutput } from "../../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../../tests/support/temporary-folder.js";
import { runCommandLine } from "../../../src/cli/run.js";
import { inFolder } from "../../config/support/temporary-project.js";

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;
const wider = chain.replace("list[str]", "list[str], loud: bool = False");
const out = "docs/hello.signature.json";

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
  put("hello.py", chain);
});

const at = (path: string): string => join(folder, path);
const textOf = (path: string): string => readFileSync(at(path), "utf8");

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

async function run(...args: readonly string[]) {
  [printed.stdout, printed.stderr] = ["", ""];
  const code = await inFolder(folder, async () => await runCommandLine(["describe", ...args]));
  return { code, ...printed };
}

const write = async (...more: readonly string[]) => await run("hello.py", "--out", out, ...more);
const said = (text: string) => ({ code: 0, stdout: "", stderr: `✓ ${out} ${text}\n` });

describe("a document is written to a file", () => {
  test("that has what is printed otherwise, and is left alone when it is up to date", async () => {
    const { stdout } = await run("hello.py");
    expect(await write()).toStrictEqual(said("created"));
    expect([textOf(out), readdirSync(at("docs"))]).toStrictEqual([stdout, ["hello.signature.json"]]);
    utimesSync(at(out), 1, 1);
    expect(await write()).toStrictEqual(said("is up to date"));
    expect(statSync(at(out)).mtimeMs).toBe(1000);
    put("hello.py", wider);
    expect(await write()).toStrictEqual(said("changed"));
    expect(textOf(out)).toContain('"loud"');
  });

  test("behind a link, which stays one", async () => {
    put("shared/hello.json", "");
    mkdirSync(at("docs"));
    symlinkSync("../shared/hello.json", at(out));
    expect(await write()).toStrictEqual(said("changed"));
    expect([lstatSync(at(out)).isSymbolicLink(), readdirSync(at("shared"))]).toStrictEqual([true, ["hello.json"]]);
    expect(textOf("shared/hello.json")).toContain('"formatVersion"');
  });

  test("and a source with an error leaves the file as it was", async () => {
    await write();
    const before = textOf(out);
    put("hello.py", "class Hello(:\n");
    const { code, stdout, stderr } = await write();
    expect([code, stdout, stderr.includes("TC201"), textOf(out)]).toStrictEqual([1, "", true, before]);
  });

  test.each([
    ["that a redirection has emptied", () => ""],
    ["that git has left a conflict in", (text: string) => text.replace('  "name"', '<<<<<<< ours\n  "name"')],
    ["whose keys have another order", (text: string) => JSON.stringify({ name: 1, ...(JSON.parse(text) as object) })],
  ])("%s", async (_, damage) => {
    await write();
    const before = textOf(out);
    put(out, damage(before));
    expect(await write()).toStrictEqual(said("changed"));
    expect(textOf(out)).toBe(before);
  });

  test.each([[[]], [["--check"]]])("but not over one that is no document, with %j", async (more: readonly string[]) => {
    put(out, '{ "name": "app" }\n');
    const { code, stderr } = await write(...more);
    expect([code, textOf(out)]).toStrictEqual([1, '{ "name": "app" }\n']);
    expect(stderr).toContain(`TC403 ${out} already exists, but is not a signature document`);
  });

  test("unless the system refuses", async () => {
    put("docs", "a file in the way");
    const { code, stderr } = await write();
    expect([code, stderr.includes("TC402")]).toStrictEqual([1, true]);
  });
});

describe("a check writes nothing", () => {
  const problem = (text: string): string => `✗ TC405 ${out} ${text}
   ── ${out}
   = fix: run npx typed-chains describe hello.py --out ${out}

`;

  test("and fails where the file is missing, or is not what is described now", async () => {
    const missing = await write("--check");
    expect(missing).toMatchObject({ code: 1, stderr: problem("is missing") });
    expect(missing.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/docs\/hello\.signature\.json\n@@ /);
    expect(readdirSync(folder)).toStrictEqual(["hello.py"]);
    await write();
    const before = textOf(out);
    put("hello.py", wider);
    const changed = await write("--check");
    expect(changed).toMatchObject({ code: 1, stderr: problem("differs from what is generated now") });
    expect(changed.stdout).toMatch(/^\+ +"loud": \{$/m);
    expect(textOf(out)).toBe(before);
  });

  test("and passes what was written, whatever the line ends are", async () => {
    await write();
    put(out, textOf(out).replaceAll("\n", "\r\n"));
    expect(await write("--check")).toStrictEqual(said("is up to date"));
  });
});

test.each([
  [["hello.py", "--check"], "--check compares with a file: say which with --out"],
  [["hello.py", "--out", ""], "--out is the file of the document"],
  [["hello.py", "--out", "hello.py"], "--out is the file of the document, which ends in .json"],
])("a command line that cannot be used ends with 2: %j", async (args, message) => {
  const { code, stderr } = await run(...args);
  expect([code, readdirSync(folder)]).toStrictEqual([2, ["hello.py"]]);
  expect(stderr).toContain(message);
});
