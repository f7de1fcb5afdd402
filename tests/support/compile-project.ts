import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { problemsOf, sharedHost } from "./type-check.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Type-checks a project of this repository, and gives the compiler's messages: an empty text where there are none. */
export function compileProject(path: string): string {
  const file = resolve(root, path);
  const config = ts.readConfigFile(file, (name) => ts.sys.readFile(name));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(file));
  const program = ts.createProgram(parsed.fileNames, parsed.options, sharedHost(parsed.options));
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n",
  };
  return ts.formatDiagnostics([...parsed.errors, ...problemsOf(program)], host);
}
