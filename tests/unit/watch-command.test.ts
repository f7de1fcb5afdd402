import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));
const chain = (name: string, type = "str"): string => `import truss_chains as chains
from shared import Answer

class ${name}(chains.ChainletBase):
    async def run_remote(self, text: ${type}) -> Answer:
        ...
`;
const answer = (field: string): string =>
  `from pydantic import BaseModel\n\nclass Answer(BaseModel):\n    ${field}: str\n`;

/** A `generate --watch` in a folder of its own. */
interface Watching {
  readonly folder: string;
  readonly put: (path: string, text: string) => void;
  readonly textOf: (path: string) => string;
  /** Waits for the next line that says this, and gives the lines up to it. */
  readonly says: (text: string) => Promise<readonly string[]>;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

async function watching(files: Readonly<Record<string, string>>): Promise<Watching> {
  const folder = temporaryFolder();
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // As editors do.
    writeFileSync(join(folder, `${path}~`), text);
    renameSync(join(folder, `${path}~`), join(folder, path));
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  const child = spawn(process.execPath, [command, "generate", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const says = linesOf(child);
  await says("Watching for changes");
  return {
    folder,
    put,
    textOf: (path) => readFileSync(join(folder, path), "utf8"),
    says,
    async stop(signal) {
      const exit = once(child, "exit");
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}

function linesOf({ stderr }: ChildProcess): Watching["says"] {
  let rest = "";
  let wake = (): void => {};
  stderr?.setEncoding("utf8").on("data", (text: string) => {
    rest += text;
    wake();
  });
  return async (text) => {
    for (;;) {
      const lines = rest.split("\n");
      const index = lines.slice(0, -1).findIndex((line) => line.includes(text));
      if (index !== -1) {
        rest = lines.slice(index + 1).join("\n");
        return lines.slice(0, index + 1);
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}

/** How a turn ends. */
const line = (what: string): unknown =>
  expect.stringMatching(
    new RegExp(`^\\[\\d\\d:\\d\\d:\\d\\d\\] ${what}\\. Watching for changes \\(Ctrl-C stops it\\)$`),
  );

const config = (extra = ""): string => `import { out } from "./out.mjs";

export default { chains: [{ source: "chains/**/*_chain.py", out }]${extra} };
`;
const out = (folder: string): string => `export const out = "${folder}";\n`;

test("whatever a chain is made of brings a new client, and nothing else does", async () => {
  const { put, textOf, says, stop } = await watching({
    "typed-chains.config.mjs": config(),
    "out.mjs": out("clients"),
    "chains/a_chain.py": chain("A"),
    "chains/b_chain.py": chain("B"),
    "chains/shared.py": answer("old"),
  });
  expect(textOf("clients/a.ts")).toContain("text: string");

  put("chains/a_chain.py", chain("A", "int"));
  // Only what has changed is told.
  expect(await says("a.ts changed")).toStrictEqual(["✓ clients/a.ts changed"]);
  expect(await says("Watching")).toStrictEqual([line("1 client written")]);
  expect(textOf("clients/a.ts")).toContain("text: number");

  put("chains/shared.py", answer("new"));
  expect(await says("b.ts changed")).toStrictEqual(["✓ clients/a.ts changed", "✓ clients/b.ts changed"]);
  await says("Watching");
  expect(textOf("clients/b.ts")).toContain("new: string");

  put("chains/deeper/c_chain.py", chain("C").replace("from shared import Answer\n", "").replace("-> Answer", "-> str"));
  await says("clients/c.ts created");
  await says("clients/index.ts changed");

  put("typed-chains.config.mjs", config(', importExtension: "ts"'));
  await says("clients/index.ts changed");
  expect(textOf("clients/index.ts")).toContain('"./a.ts"');

  put("out.mjs", out("other"));
  await says("other/index.ts created");

  expect(await stop("SIGTERM")).toBe(0);
});

test("each turn ends with a line that counts the clients, and a folder that is left behind is told once", async () => {
  const entry = (name: string, folder: string): object => ({ source: `chains/${name}_chain.py`, out: folder });
  const configOf = (...chains: readonly object[]): string => JSON.stringify({ chains });
  const names = ["a", "b", "c", "d", "e", "f"];
  const entries = names.map((name) => entry(name, `clients/${name}`));
  const { folder, put, says, stop } = await watching({
    "typed-chains.config.json": configOf(...entries),
    "chains/shared.py": answer("old"),
    ...Object.fromEntries(names.map((name) => [`chains/${name}_chain.py`, chain(name.toUpperCase())])),
  });
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  execFileSync("git", ["add", "."], { cwd: folder });

  put("chains/a_chain.py", `# A comment.\n${chain("A")}`);
  expect(await says("Watching")).toStrictEqual([line("6 clients up to date")]);
  // Nothing depends on it.
  put("notes.txt", "a");
  put("chains/c_chain.py", "class C(:\n");
  expect((await says("Watching")).at(-1)).toStrictEqual(line("5 clients up to date, 1 with errors, left as before"));
  put("chains/b_chain.py", chain("B", "int"));
  expect((await says("Watching")).at(-1)).toStrictEqual(
    line("1 client written, 4 up to date, 1 with errors, left as before"),
  );
  put("chains/c_chain.py", chain("C"));
  await says("Watching");

  put("typed-chains.config.json", configOf(...entries.slice(0, -1)));
  const told = await says("Watching");
  expect(told[0]).toContain("TC405 clients/f is no longer generated");
  expect(told.at(-1)).toStrictEqual(line("5 clients up to date"));
  put("typed-chains.config.json", `${configOf(...entries.slice(0, -1))}\n`);
  expect(await says("Watching")).toStrictEqual([line("5 clients up to date")]);
  put("typed-chains.config.json", "{");
  expect((await says("Watching")).at(-1)).toStrictEqual(line("Nothing was generated"));
  expect(await stop("SIGTERM")).toBe(0);
});

test("a mistake of the whole config is told once, and keeps nobody from stopping", async () => {
  const { put, says, stop } = await watching({
    "typed-chains.config.json": '{ "out": "clients", "chains": [{ "source": "chains/*_chain.py" }] }',
    "chains/a_chain.py": chain("A"),
    "chains/shared.py": answer("old"),
  });
  put("typed-chains.config.json", '{ "chains": [{ "source": "chains/*_chain.py" }] }');
  await says("TC604");
  // Such as a log of what is told.
  put("chains/notes.txt", "something else");
  put("typed-chains.config.json", '{ "out": "clients", "chains": [{ "source": "chains/*_chain.py" }] }');
  const lines = await says("clients is up to date");
  expect(lines.filter((line) => line.includes("TC604"))).toStrictEqual([]);
  put("typed-chains.config.json", '{ "chains": [{ "source": "chains/*_chain.py", "chainId": 5 }] }');
  await says("TC604");
  expect(await stop("SIGTERM")).toBe(0);
});

test("a mistake is told, and is over when it is mended", async () => {
  const { folder, put, textOf, says, stop } = await watching({
    "typed-chains.config.mjs": config(),
    "out.mjs": out("clients"),
    "chains/a_chain.py": chain("A"),
    "chains/shared.py": answer("old"),
  });
  const before = textOf("clients/a.ts");

  put("chains/a_chain.py", "class A(:\n");
  await says("TC201");
  expect(textOf("clients/a.ts")).toBe(before);
  put("chains/a_chain.py", chain("A"));
  await says("clients is up to date");

  put("chains/a_chain.py", chain("A").replace("shared", "later"));
  await says("TC210");
  await says("a.ts changed");
  expect(textOf("clients/a.ts")).toContain("AOutput = unknown");
  put("chains/later.py", answer("late"));
  await says("a.ts changed");
  expect(textOf("clients/a.ts")).toContain("late: string");

  put("typed-chains.config.mjs", "export default {\n");
  await says("TC60");
  put("typed-chains.config.mjs", config(', importExtension: "none"'));
  await says("index.ts changed");

  rmSync(join(folder, "chains"), { recursive: true });
  await says("TC606");
  put("chains/shared.py", answer("again"));
  // The folder is there for a while before a chain is in it.
  await setTimeout(300);
  put("chains/a_chain.py", chain("A", "float"));
  await says("a.ts changed");
  expect(textOf("clients/a.ts")).toContain("again: string");

  expect(await stop("SIGINT")).toBe(0);
});
