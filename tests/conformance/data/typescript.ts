import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonValue } from "@typed-chains/codegen";
import ts from "typescript";
import { makeOutputFolder } from "../../support/output-folder.js";

/** A value, and the type of a client that it is for. */
export interface TypedValue {
  readonly side: "input" | "output";
  readonly value: JsonValue;
}

/** Values for the types of one client. */
export interface TypedValues {
  /** The text of the client's module. */
  readonly client: string;
  readonly values: readonly TypedValue[];
}

/** What the compiler says of each value: nothing where it is taken. */
export type Complaints = readonly (string | undefined)[];

const fixturesConfig = fileURLToPath(new URL("../../../fixtures/tsconfig.json", import.meta.url));

/**
 * Assigns values to the types of clients, all in one program.
 *
 * @throws An `Error` with the compiler's words, where a client itself does not compile.
 */
export function askTypeScript(clients: readonly TypedValues[]): readonly Complaints[] {
  const folder = makeOutputFolder("values");
  try {
    const files = clients.map((values, index) => place(join(folder, String(index)), values));
    const program = ts.createProgram(files, compilerOptions());
    return clients.map((values, index) => complaintsOf(program, files[index] ?? "", values));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compilerOptions(): ts.CompilerOptions {
  const config = ts.readConfigFile(fixturesConfig, (name) => ts.sys.readFile(name));
  return ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(fixturesConfig)).options;
}

function place(folder: string, values: TypedValues): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "client.ts"), values.client);
  const file = join(folder, "values.ts");
  writeFileSync(file, valuesModule(values));
  return file;
}

/** A value as an expression on one line. `__proto__` is written so that it makes a property. */
function expressionOf(value: JsonValue): string {
  return JSON.stringify(value).replaceAll('"__proto__":', '["__proto__"]:');
}

/** Each value is a line of its own, after that of the import. */
function valuesModule({ client, values }: TypedValues): string {
  const [, input = "", output = ""] = /ChainDescriptor<\s*(\w+),\s*(\w+)\s*>/.exec(client) ?? [];
  const types = { input: `client.${input}`, output: `client.${output}` };
  return [
    `import type * as client from "./client.js"; export type Sides = [${types.input}, ${types.output}];`,
    ...values.map(({ side, value }, index) => `export const v${index}: ${types[side]} = ${expressionOf(value)};`),
  ].join("\n");
}

function complaintsOf(program: ts.Program, path: string, { values }: TypedValues): Complaints {
  const client = program.getSourceFile(path.replace(/values\.ts$/, "client.ts"));
  const byLine = new Map<number, string>();
  for (const { file, start = 0, messageText } of diagnosticsOf(program, client, program.getSourceFile(path))) {
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    const line = file === client ? 0 : (file?.getLineAndCharacterOfPosition(start).line ?? 0);
    if (line === 0) throw new Error(`A client does not compile: ${message}\n${client?.text}`);
    byLine.set(line, byLine.get(line) ?? message);
  }
  return values.map((_, index) => byLine.get(index + 1));
}

function diagnosticsOf(
  program: ts.Program,
  ...files: readonly (ts.SourceFile | undefined)[]
): readonly ts.Diagnostic[] {
  return files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
}
