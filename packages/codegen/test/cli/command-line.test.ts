import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onlyPath, pathsOf } from "../../src/cli/options/paths.js";
import type { SourceArguments } from "../../src/cli/options/source-options.js";
import { packageVersion } from "../../src/cli/package-version.js";
import { readOneChain } from "../../src/cli/read-one-chain.js";
import { runCommandLine } from "../../src/cli/run.js";

const chain = fileURLToPath(new URL("../../../../fixtures/hello/chain.py", import.meta.url));
const commands = ["init", "generate", "describe", "diff", "mock", "verify"];
let written: string;

beforeEach(() => {
  written = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  [["init", "--out", ""], "--out is the folder"],
  [["init", "--source", ""], "--source is a chain"],
  [["init", "--chain-id", "a b"], "--chain-id is the id alone"],
  [["init", "--chain-url", "abc123"], "--chain-url is the URL"],
  [["init", "--chain-id", "x", "--chain-url", "y"], "mutually exclusive"],
  [["init", "chain.py"], "Unknown argument: chain.py"],
  [["generate", chain, "--out", ""], "--out is the folder"],
  [["generate", chain, "--out", "client", "--check", "--dry-run"], "--check does not go with --dry-run."],
  [["generate", chain, "--out", "client", "--bump", "--watch"], "--watch does not go with --bump."],
  [["mock", chain, "--port="], "--port is a number."],
  [["mock", chain, "--port", ""], "--port is a number."],
  [["mock", chain, "--seed= "], "--seed is a number."],
  [["generate", chain, "--out.x=1"], "out"],
  [["generate", chain, "--no-out"], "out"],
  [["generate", "", "--out", "client"], "A source is empty"],
  [["describe", ""], "A source is empty"],
  [["describe", "-"], "A source is empty"],
  [["describe", chain, "--", chain], "Name one source only"],
  [["generate", "a.py", "b.py", "./a.py", "--out", "client"], "The source ./a.py is named twice"],
  [["generate", "a.py", "--out", "client", "--", "a.py"], "The source a.py is named twice"],
  [["generate", "git:main:a.py", "git:main:a.py", "--out", "client"], "The source git:main:a.py is named twice"],
  [["describe", chain, "--root", ""], "--root is a folder"],
  [["describe", chain, "--root", "src", "--root", ""], "--root is a folder"],
  [["describe", chain, "--types", ""], "--types is a JSON file"],
  [["generate", "--config", ""], "--config is a config"],
  [["generate"], "Name a source: a .py, .pyi or .json file; or write a typed-chains.config.ts. There is no config in "],
  [["describe"], "typed-chains init writes one."],
  [[], "Name a command: init, generate, describe, diff, mock or verify."],
  [["generate", chain, "--outt", "x"], "Unknown argument: outt; did you mean --out?"],
  [["generate", chain, "--chain-ids", "x"], "did you mean --chain-id?"],
  [["mock", chain, "--prot", "1"], "did you mean --port?"],
  [["describe", chain, "--name-of-all", "1"], "Unknown argument: name-of-all\n"],
  [["generate", "--dryRun"], "Unknown argument: dryRun; did you mean --dry-run?"],
  [["generate", "--check=yes"], "--check is true or false: --check alone is true."],
  [["generate", "--check=1"], "--check is true or false"],
  [["generate", "--check="], "--check is true or false"],
  [["generate", "--dry-run=on"], "--dry-run is true or false"],
  [["generate", "--strict=True"], "--strict is true or false"],
  [["describe", chain, "--check=yes"], "--check is true or false"],
  [["diff", chain, chain, "--markdown=yes"], "--markdown is true or false"],
  [["generate", "--config", "nothing.json"], "TC601"],
  [["describe", "--config", "nothing.json"], "TC601"],
  [["describe", chain, "--entrypoint", ""], "--entrypoint is a class"],
  [["describe", "--input-schema", "", "--output-schema", "b.json", "--name", "X"], "--input-schema is a JSON file"],
  [["describe", "--input-schema", "a.json", "--output-schema", "", "--name", "X"], "--output-schema is a JSON file"],
  [["mock", chain, "--answer", ""], "--answer is a JSON file"],
  [["describe", chain, "--python", "python3"], "--python goes with --introspect"],
  [["describe", chain, "--introspect", "--python", ""], "--python is an interpreter"],
  [["describe", "chain.pyi", "--introspect"], "--introspect goes with Python files (.py)"],
  [["generate", chain, "chain.json", "--introspect", "--out", "client"], "--introspect goes with Python files (.py)"],
  [["mock", "--introspect", "--input-schema", "a.json"], "--introspect goes with Python files (.py)"],
  [["generate", "chain.py"], "out"],
  [["generate", "--out", "client"], "Name a source"],
  [["generate", "chain.py", "other.py", "--out", "client", "--name", "X"], "one source only"],
  [["generate", "chain.py", "other.py", "--out", "client", "--chain-id", "x"], "one source only"],
  [["generate", "chain.py", "--out", "client", "--chain-id", "x", "--chain-url", "y"], "mutually exclusive"],
  [["generate", "--input-schema", "a.json", "--out", "client"], "go together"],
  [["describe", "chain.py", "--input-schema", "a.json", "--output-schema", "b.json", "--name", "X"], "either"],
  [["mock", "chain.py", "--port", "many"], "port"],
  [["describe", "chain.py", "--name", "../x"], "--name is a name"],
  [["describe", "chain.py", "--name", ""], "--name is a name"],
  [["generate", "chain.py", "--out", "client", "--chain-id", 'a"; b'], "--chain-id is the id alone"],
  [["generate", "chain.py", "--out", "client", "--chain-id", "../b"], "--chain-id is the id alone"],
  [["generate", "chain.py", "--out", "client", "--chain-id", "chain-abc123"], "--chain-id is the id alone"],
  [["generate", "chain.py", "--out", "client", "--chain-url", "abc123"], "--chain-url is the URL"],
  [["generate", "chain.py", "--out", "client", "--chain-url", "https://u:p@x/run_remote"], "--chain-url is the URL"],
  [["generate", "chain.py", "--out", "client", "--chain-url", "wss://u:p@x/websocket"], "--chain-url is the URL"],
  [["generate", "chain.py", "--out", "client", "--out", "other"], "Give --out once"],
  [["describe", "chain.py", "--lenient", "--strict"], "--lenient or --strict"],
  [["describe", "chain.py", "--types", "types.json", "--introspect"], "--types goes with reading"],
  [["mock", chain, "--seed", "abc"], "--seed is a whole number"],
  [["mock", chain, "--seed", "1.5"], "--seed is a whole number"],
  [["mock", chain, "--fault", ""], "there is no fault ; there are reset, stall"],
  [["mock", chain, "--fault", "explode"], "there is no fault explode; there are reset, stall"],
  [["mock", chain, "--fault", "200"], "there is no fault 200"],
  [["mock", chain, "--fault", "429:0"], "--fault 429:N spoils the first N calls"],
  [["mock", chain, "--fault", "429:2:3"], "--fault 429:N spoils the first N calls"],
])("a command line that cannot be used ends with 2 and says why: %j", async (argv, message) => {
  expect(await runCommandLine(argv)).toBe(2);
  expect(written).toContain(message);
});

test.each([
  [["genrate", "chain.py", "--out", "client"], "There is no command genrate; did you mean generate?"],
  [["Mock", "chain.py"], "There is no command Mock; did you mean mock?"],
  [["moc"], "There is no command moc; did you mean mock?"],
  [["frobnicate", "--what"], "There is no command frobnicate."],
  [["chain.py"], "There is no command chain.py."],
  [["constructor"], "There is no command constructor."],
  [["7"], "There is no command 7."],
])("a word that is no command is all that is said: %j", async (argv, message) => {
  expect(await runCommandLine(argv)).toBe(2);
  expect(written).toBe(`${message}\n\nSee typed-chains --help, or the --help of a command.\n`);
});

test.each([
  ["-h", "typed-chains <command>"],
  ["-v", packageVersion()],
])("%s is short for what most commands call so", async (word, printed) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await runCommandLine([word])).toBe(0);
  expect(log.mock.calls.join("\n")).toContain(printed);
});

test("sources behind -- are sources like the others", () => {
  expect(pathsOf(["a.py"], { _: ["generate", "-b.py"] })).toStrictEqual(["a.py", "-b.py"]);
  expect(onlyPath(undefined, { _: ["describe", "-b.py"] })).toStrictEqual(["-b.py"]);
  expect(onlyPath(undefined, { _: ["describe"] })).toStrictEqual([]);
});

const nothingGiven: SourceArguments = {
  ...{ config: undefined, entrypoint: undefined, name: undefined, transport: undefined, types: undefined },
  ...{ lenient: undefined, strict: undefined, root: undefined, introspect: undefined, python: undefined },
  ...{ "input-schema": undefined, "output-schema": undefined },
};

test("a document names its Python source relative to the current folder, however it was given", async () => {
  const source = (await readOneChain([chain], nothingGiven)).signature?.source;
  expect(source).toBe(relative(process.cwd(), chain).split(sep).join("/"));
});

test.each(commands)("every option of %s is known", async (command) => {
  const help = await helpOf(command);
  const named = namesIn(help, /^ +(?:-\w, )?--([a-z-]+)/gm);
  expect(named.length).toBeGreaterThan(4);
  for (const name of named) {
    expect(await runCommandLine([command, `--${name}${name.at(-1)}`])).toBe(2);
    expect(written).toContain(`Unknown argument: ${name}${name.at(-1)}; did you mean --`);
    written = "";
  }
  for (const flag of namesIn(help, /^ +(?:-\w, )?--([a-z-]+)(?:(?!\n +(?:-\w, )?--).)* \[boolean\]/gms)) {
    if (flag === "help" || flag === "version") continue;
    expect(await runCommandLine([command, `--${flag}=yes`])).toBe(2);
    expect(written).toContain(`--${flag} is true or false`);
    written = "";
  }
});

async function helpOf(command: string): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void lines.push(String(text)));
  expect(await runCommandLine([command, "--help"])).toBe(0);
  return lines.join("\n");
}

function namesIn(help: string, pattern: RegExp): readonly string[] {
  return [...help.matchAll(pattern)].map(([, name = ""]) => name);
}
