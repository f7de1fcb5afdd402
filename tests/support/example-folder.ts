import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateClient, memoryHost } from "@typed-chains/codegen";
import ts from "typescript";
import { makeOutputFolder } from "./output-folder.js";
import { type CommandResult, runCommand } from "./run-command.js";

/** A folder in which the examples of a page run: with the client of its chain below `chains/`. */
export interface ExampleFolder {
  write(path: string, text: string): void;
  /** Writes TypeScript as JavaScript beside the other files. Types are not checked. */
  writeModule(path: string, text: string): void;
  /** Runs a JavaScript file in Node, after `first`, with a key in the environment. */
  run(path: string, first?: string): Promise<CommandResult>;
  remove(): void;
}

/** Makes a folder with the sources of chains, by their paths, and their client. The chain id of each is `abc123`. */
export async function makeExampleFolder(
  name: string,
  chains: Readonly<Record<string, string>>,
): Promise<ExampleFolder> {
  const folder = makeOutputFolder(name);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const writeModule = (path: string, text: string): void => {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
    write(path.replace(/\.ts$/, ".js"), ts.transpileModule(text, { compilerOptions }).outputText);
  };
  write("package.json", '{ "type": "module" }');
  for (const [path, text] of Object.entries(chains)) write(path, text);
  const requests = Object.keys(chains).map((path) => ({
    source: { path, options: {} },
    label: path,
    chainId: "abc123",
  }));
  const { files } = await generateClient(memoryHost(chains), requests, { importExtension: "js" });
  for (const [path, text] of files) if (path.endsWith(".ts")) writeModule(`chains/${path}`, text);
  return {
    write,
    writeModule,
    run: (path, first) => {
      const env = { ...process.env, BASETEN_API_KEY: "key" };
      const args = first === undefined ? [path] : ["--import", `./${first}`, path];
      return runCommand(process.execPath, args, { cwd: folder, env });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
