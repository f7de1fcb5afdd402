import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "../support/run-command.js";
import { runInProcess } from "../support/run-in-process.js";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));
let folder: string;

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str:
        ...
`;

const files: Record<string, string | Uint8Array> = {
  "chain.py": chain,
  "copy.py": chain,
  "other.py": chain.replace("Hello", "Other"),
  "wider.py": chain.replace("list[str]", "list[str], loud: bool = False"),
  "syntax.py": "class Hello(:\n    pass\n",
  "empty.py": "import truss_chains as chains\n",
  "no-method.py": "import truss_chains as chains\n\nclass Hello(chains.ChainletBase):\n    pass\n",
  "no-annotation.py": chain.replace("names: list[str]", "names"),
  "no-return.py": chain.replace(" -> str", ""),
  "several.py": `${chain}\n${chain.replace("Hello", "Other").replace("import truss_chains as chains\n", "")}`,
  "binary.py": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x00, 0xff]),
  "invalid.json": '{\n  "formatVersion": 1,\n}',
  "no-signature.json": "[1, 2]",
  "binary.json": new Uint8Array([0xff, 0x00]),
  "answer.json": '"Hello, Ada!"',
  "wrong.json": "[1]",
  "notes.txt": "notes",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "typed-chains-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "folder.py"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: readonly string[]): Promise<CommandResult> {
  return runInProcess(folder, args);
}

/** The process of a command line, and its result in this process, are the same: most tests here do without the process. */
describe("the built command ends and prints as its parts do", () => {
  test.each([
    [[], 2],
    [["--version"], 0],
    [["generate", "--help"], 0],
    [["generate", "chain.py", "other.py", "--out", "client", "--dry-run"], 0],
    [["generate", "syntax.py", "chain.py", "--out", "client"], 1],
    [["describe", "chain.py"], 0],
    [["diff", "wider.py", "chain.py"], 0],
    [["mock", "chain.py", "--answer", "wrong.json"], 1],
    [["verify", "chain.py", "--chain-id"], 2],
  ])("%j", async (args, exitCode) => {
    const result = await runCommand(process.execPath, [command, ...args], { cwd: folder });
    expect(result.code).toBe(exitCode);
    expect(result).toStrictEqual(await run(...args));
  });
});

describe("bad input ends with 1, says what is wrong and where, and writes nothing", () => {
  test.each([
    ["a syntax error", ["syntax.py"], "TC201", "syntax.py:1:13"],
    ["no chainlet", ["empty.py"], "TC205", "empty.py"],
    ["no run_remote", ["no-method.py"], "TC208", "no-method.py:3:"],
    ["an argument without annotation", ["no-annotation.py"], "TC203", "no-annotation.py:4:32"],
    ["no return annotation", ["no-return.py"], "TC204", "no-return.py:4:"],
    ["several candidates", ["several.py"], "TC206", "Hello"],
    ["an entrypoint that is not there", ["chain.py", "--entrypoint", "Nope"], "TC207", "Hello"],
    ["invalid JSON", ["invalid.json"], "TC110", "invalid.json:3:1"],
    ["JSON that is no signature", ["no-signature.json"], "TC111", "no-signature.json:1:1"],
    ["a missing file", ["nothing.py"], "TC101", "nothing.py"],
    ["a missing JSON file", ["nothing.json"], "TC101", "nothing.json"],
    ["a folder", ["folder.py"], "TC103", "folder.py"],
    ["a binary Python file", ["binary.py"], "TC202", "binary.py"],
    ["a binary JSON file", ["binary.json"], "TC104", "binary.json"],
    ["a file of another kind", ["notes.txt"], "TC105", "notes.txt"],
    ["two chains of one name", ["chain.py", "copy.py"], "TC30", "chain.py"],
    ["one bad chain among good ones", ["chain.py", "no-return.py"], "TC204", "no-return.py"],
  ])("%s", async (_what, args, code, place) => {
    const { code: status, stdout, stderr } = await run("generate", ...args, "--out", "client");
    expect(stderr).toContain(code);
    expect(stderr).toContain(place);
    expect(stderr).toContain("= fix:");
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect([status, stdout]).toStrictEqual([1, ""]);
    expect(existsSync(join(folder, "client"))).toBe(false);
  });

  test("an output folder that is a file", async () => {
    const { code: status, stderr } = await run("generate", "chain.py", "--out", "notes.txt");
    expect([status, stderr.includes("TC401")]).toStrictEqual([1, true]);
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("notes");
  });

  test("a file that cannot be read", async () => {
    // The memory of a process refuses to be read from its start, whoever asks.
    symlinkSync("/proc/self/mem", join(folder, "unreadable.py"));
    const { code: status, stderr } = await run("generate", "unreadable.py", "--out", "client");
    expect(stderr).toContain("TC102");
    expect([status, existsSync(join(folder, "client"))]).toStrictEqual([1, false]);
  });
});

describe("a command line that cannot be used ends with 2", () => {
  test.each([
    [[], "Name a command"],
    [["generate", "chain.py", "--out", "client", "--nmae", "X"], "nmae"],
    [["frobnicate"], "frobnicate"],
  ])("%j", async (args, message) => {
    const { code: status, stdout, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect([status, stdout]).toStrictEqual([2, ""]);
    expect(existsSync(join(folder, "client"))).toBe(false);
  });
});

test("--version prints the version of the package, alone", async () => {
  const { version } = JSON.parse(readFileSync(join(dirname(command), "..", "package.json"), "utf8")) as {
    version: string;
  };
  expect(await run("--version")).toStrictEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

describe("help", () => {
  test.each([
    [["--help"]],
    [["generate", "--help"]],
    [["describe", "--help"]],
    [["diff", "--help"]],
    [["mock", "--help"]],
    [["verify", "--help"]],
  ])("goes to stdout and ends with 0: %j", async (args) => {
    const { code: status, stdout, stderr } = await run(...args);
    expect(stdout).toContain("typed-chains");
    expect([status, stderr]).toStrictEqual([0, ""]);
  });

  test("of mock shows a call to it", async () => {
    expect((await run("mock", "--help")).stdout).toContain('{ baseUrl: "http://127.0.0.1:8080", apiKey: "anything" }');
  });

  test.each(["generate", "describe", "diff", "mock", "verify"])("of %s has examples", async (name) => {
    expect((await run(name, "--help")).stdout).toContain("Examples:");
  });
});

describe("generate", () => {
  test("writes a client of several chains, and a second run changes nothing", async () => {
    const first = await run("generate", "chain.py", "other.py", "--out", "several");
    expect([first.code, first.stdout]).toStrictEqual([0, ""]);
    expect(first.stderr).toContain("several/hello.ts created");
    const names = [".typed-chains.json", "hello.ts", "index.ts", "other.ts"];
    expect(readdirSync(join(folder, "several")).sort()).toStrictEqual(names);
    expect((await run("generate", "other.py", "chain.py", "--out", "several")).stderr).toContain("up to date");
  });

  test("bakes an id in, names the chain, and chooses the ending of imports", async () => {
    await run(
      "generate",
      "chain.py",
      "--out",
      "named",
      "--name",
      "Greeter",
      "--chain-id",
      "abc123",
      "--import-extension",
      "ts",
    );
    expect(readFileSync(join(folder, "named", "greeter.ts"), "utf8")).toContain('chainId: "abc123"');
    expect(readFileSync(join(folder, "named", "index.ts"), "utf8")).toContain('"./greeter.ts"');
  });
});

describe("mock", () => {
  test("serves at the address that it prints, answers what a file says, and ends with 0 when it is stopped", async () => {
    const args = ["mock", "chain.py", "--answer", "answer.json"];
    const mock = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(mock, "exit");
    const [line] = (await once(createInterface({ input: mock.stdout }), "line")) as [string];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? "";
    const body = JSON.stringify({ names: ["Ada"] });
    const answer = await fetch(`${url}/v1/models/model:predict`, { method: "POST", body });
    expect(await answer.json()).toBe("Hello, Ada!");
    mock.kill("SIGTERM");
    expect(await ended).toStrictEqual([0, null]);
  });

  test.each([
    [[], "Webhooks are signed with whsec_TypedChainsMockTypedChainsMockTypedChain"],
    [["--webhook-secret", "whsec_mine"], "Webhooks are signed with the secret of --webhook-secret"],
    [["--webhook-secret", ""], "Webhooks are not signed"],
  ])("says what it signs webhooks with, but no secret of a user, with %j", async (given, said) => {
    const mock = spawn(process.execPath, [command, "mock", "chain.py", ...given], { cwd: folder });
    const ended = once(mock, "exit");
    const [line] = (await once(createInterface({ input: mock.stderr }), "line")) as [string];
    expect(line).toBe(said);
    mock.kill("SIGTERM");
    await ended;
  });

  test.each([
    [
      "an answer that the chain cannot give",
      ["chain.py", "--answer", "wrong.json"],
      "TC502",
      "── wrong.json\n   │ the answer: Input should be a valid string.",
    ],
    ["an answer that is no JSON", ["chain.py", "--answer", "invalid.json"], "TC110", "invalid.json:3:1"],
    ["an answer that is not there", ["chain.py", "--answer", "nothing.json"], "TC101", "nothing.json"],
    ["an answer that is a folder", ["chain.py", "--answer", "folder.py"], "TC103", "= fix: name the file itself"],
    ["a source that cannot be read", ["syntax.py"], "TC201", "syntax.py:1:13"],
  ])("refuses %s, and ends with 1", async (_what, args, code, place) => {
    const { code: status, stdout, stderr } = await run("mock", ...args);
    expect(stderr).toContain(code);
    expect(stderr).toContain(place);
    expect([status, stdout]).toStrictEqual([1, ""]);
  });
});

test("describe prints a signature document that generate reads to the same client", async () => {
  const { code: status, stdout, stderr } = await run("describe", "chain.py");
  expect([status, stderr]).toStrictEqual([0, ""]);
  writeFileSync(join(folder, "hello.signature.json"), stdout);
  expect((await run("describe", "hello.signature.json")).stdout).toBe(stdout);
  await run("generate", "chain.py", "--out", "from-source");
  await run("generate", "hello.signature.json", "--out", "from-document");
  const client = (name: string): string => readFileSync(join(folder, name, "hello.ts"), "utf8").replace(/^.*\n/, "");
  expect(client("from-document")).toBe(client("from-source"));
});

describe("diff", () => {
  test("prints what has changed for callers and the verdict, and ends with 0 even where callers break", async () => {
    const { code: status, stdout, stderr } = await run("diff", "chain.py", "wider.py");
    const change = "  input.loud: an optional key is new (input-optional-added, minor)\n      + loud?: boolean\n";
    expect({ status, stdout, stderr }).toStrictEqual({
      status: 0,
      stdout: `Compatible:\n${change}\nVerdict: minor\n`,
      stderr: "",
    });
    const back = await run("diff", "wider.py", "chain.py");
    expect([back.code, back.stdout.split("\n").at(-2)]).toStrictEqual([0, "Verdict: major"]);
  });

  test.each([
    ["--json", /^\{\n {2}"formatVersion": 1,\n {2}"level": "minor",/],
    ["--markdown", /^### `Hello`: minor\n/],
  ])("prints another form with %s", async (option, expected) => {
    expect((await run("diff", "chain.py", "wider.py", option)).stdout).toMatch(expected);
  });

  test("a source that cannot be read ends with 1, and nothing is said of what has changed", async () => {
    expect(await run("diff", "chain.py", "nothing.py")).toMatchObject({ code: 1, stdout: "" });
  });

  test.each([[["chain.py"]], [["chain.py", "copy.py", "other.py"]]])("needs two sources, not %j", async (sources) => {
    const { code: status, stderr } = await run("diff", ...sources);
    expect(status).toBe(2);
    expect(stderr).toContain("Name two sources: the old one, then the new one;");
  });
});
