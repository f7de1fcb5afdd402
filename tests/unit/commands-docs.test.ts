import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MockServer, memoryHost, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { makeOutputFolder } from "../support/output-folder.js";
import { runCommand } from "../support/run-command.js";
import { runExample } from "../support/run-example.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const generator = join(root, "packages/codegen/bin/typed-chains.js");
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const page = textOf("docs/commands.md");
const chain = fencedBlocks(textOf("README.md"), "py")[0]?.code ?? "";
const commands = ["init", "generate", "describe", "diff", "mock", "verify"];
const readsSources = commands.slice(1);

/** The part of the page below a heading, up to the next one. */
function section(heading: string): string {
  const [, text = ""] = page.split(`\n${heading}\n`);
  return text.split(/^#/m)[0] ?? "";
}

/** The options of a section's table, each with its row. */
function documentedIn(heading: string): ReadonlyMap<string, string> {
  const rows = section(heading).match(/^\| `--.*$/gm) ?? [];
  const cell = (row: string): string => row.split(" | ")[0] ?? "";
  return new Map(rows.flatMap((row) => (cell(row).match(/--[\w-]+/g) ?? []).map((option) => [option, row] as const)));
}

async function helpOf(...command: readonly string[]): Promise<string> {
  return (await runCommand(process.execPath, [generator, ...command, "--help"])).stdout;
}

/** The options that the help of a command lists, each with what is said of it; without those that all commands have. */
async function optionsOf(command: string): Promise<ReadonlyMap<string, string>> {
  const output = await helpOf(command);
  const [, listed = ""] = /^Options:\n([\s\S]*?)\n\n/m.exec(output) ?? [];
  const entries = listed.split(/^ +(?=(?:-\w, )?--)/m).filter((text) => !/^(?:-h, --help|-v, --version|)\s/.test(text));
  return new Map(
    entries.flatMap((text) => {
      const [option] = /^--[\w-]+/.exec(text) ?? [];
      return option === undefined ? [] : [[option, text.replace(/\s+/g, " ")]];
    }),
  );
}

describe.each(commands)("the options of %s", (command) => {
  const documented = new Map([
    ...documentedIn(`## ${command}`),
    ...(readsSources.includes(command) ? documentedIn("### Options of a source") : []),
  ]);

  test("are those of its help, with their choices and defaults", async () => {
    const options = await optionsOf(command);
    expect([...documented.keys()].sort()).toStrictEqual([...options.keys()].sort());
    for (const [option, help] of options) {
      const [, choices = ""] = /\[choices: (.*?)\]/.exec(help) ?? [];
      const [, usual = ""] = /\[default: (?!false)([^"\]]*)\]/.exec(help) ?? [];
      const values = [...(choices.match(/[\w-]+/g) ?? []), ...(usual === "" ? [] : [usual])];
      for (const value of values) expect(documented.get(option)).toContain(`\`${value}\``);
    }
  });
});

test("the page has the commands of the help, and what reads a source takes its options", async () => {
  const output = await helpOf();
  expect(output.match(/(?<=^ {2}typed-chains )\w+/gm)).toStrictEqual(commands);
  const links = page.match(/(?<=\]\(#)\w+(?=\) +\|)/g);
  expect(links).toStrictEqual(commands);
  const named = section("### Options of a source")
    .split("\n\n")[0]
    ?.match(/(?<=`)\w+(?=`)/g);
  expect(named).toStrictEqual(readsSources);
});

describe("the examples run, in their order", () => {
  const lines = fencedBlocks(page, "sh").flatMap(({ code }) => code.match(/(?<=^npx typed-chains ).*/gm) ?? []);
  let folder: string;
  let running: MockServer;

  beforeAll(async () => {
    folder = makeOutputFolder("commands-docs");
    writeFileSync(join(folder, "hello.py"), chain);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
    const git = (...args: readonly string[]) => runCommand("git", args, { cwd: folder });
    await git("init", "--quiet");
    await git("add", "hello.py");
    await git(...identity, "commit", "--quiet", "--message", "Add a chain");
    const { signature } = readChain(memoryHost({ "hello.py": chain }), { path: "hello.py", options: {} });
    if (signature === undefined) throw new Error("The chain of the README cannot be read");
    const start = await startMock({ signature }, 0);
    if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
    running = start.server;
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(lines)("%s", async (line) => {
    const [command = "", file] = line.split(" > ");
    const args = command.replace("http://localhost:8080", running.url).replace("--port 8080", "--port 0").split(" ");
    if (line.startsWith("mock ")) return expect(await runExample(args, folder)).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await runCommand(process.execPath, [generator, ...args], { cwd: folder });
    expect(code, stderr).toBe(0);
    if (file !== undefined) writeFileSync(join(folder, file), stdout);
  });

  test("show every command", () => {
    expect([...new Set(lines.map((line) => line.split(" ")[0]))].sort()).toStrictEqual([...commands].sort());
  });
});
