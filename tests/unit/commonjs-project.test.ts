import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOutputFolder } from "../support/output-folder.js";
import { runCommand } from "../support/run-command.js";
import { runExample } from "../support/run-example.js";
import { problemsOf, sharedHost } from "../support/type-check.js";

const files: Readonly<Record<string, string>> = {
  // As npm 11 writes it.
  "package.json": '{ "name": "app", "version": "1.0.0", "type": "commonjs" }\n',
  "hello.py": "def run_remote(names: list[str]) -> str: ...\n",
  "main.ts": `import { invokeHello } from "./src/chains/index.js";
const inMemory: typeof fetch = async () => Response.json("Hello, Ada!");
void invokeHello({ names: ["Ada"] }, { fetch: inMemory, apiKey: "any", chainId: "abc123" }).then(console.log);
`,
};
let folder: string;
let said: string;

beforeAll(async () => {
  folder = makeOutputFolder("commonjs");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  said = (await runExample(["init", "--source", "hello.py"], folder)).output;
  await runExample(["generate", "--config", "typed-chains.config.mjs", "--name", "Hello"], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles the project, and gives the codes of what the compiler finds. */
function compile(options: ts.CompilerOptions): readonly number[] {
  const all = {
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
    outDir: join(folder, "dist"),
    ...options,
  };
  const program = ts.createProgram([join(folder, "main.ts")], all, sharedHost(all));
  program.emit();
  return [...new Set(problemsOf(program).map(({ code }) => code))];
}

const nodenext = { module: ts.ModuleKind.NodeNext };

test("init says that the package is CommonJS", () => {
  expect(said).toContain('\n! package.json says "type": "commonjs", but clients use import and export: ');
});

test("clients that are compiled to CommonJS run", async () => {
  expect(compile(nodenext)).toStrictEqual([]);
  const { stdout, stderr } = await runCommand(process.execPath, [join(folder, "dist/main.js")]);
  expect(stdout, stderr).toBe("Hello, Ada!\n");
});

test("the compiler refuses them with what init warns of", () => {
  expect(compile({ ...nodenext, verbatimModuleSyntax: true })).toEqual(expect.arrayContaining([1287, 1295]));
  expect(compile({ module: ts.ModuleKind.Node16 })).toStrictEqual([1479]);
});

test("as an ES module, all of it is fine", () => {
  writeFileSync(join(folder, "package.json"), files["package.json"]?.replace("commonjs", "module") ?? "");
  expect(compile({ ...nodenext, verbatimModuleSyntax: true })).toStrictEqual([]);
  expect(compile({ module: ts.ModuleKind.Node16 })).toStrictEqual([]);
});
