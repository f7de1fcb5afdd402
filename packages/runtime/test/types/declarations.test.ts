import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsIn, sharedHost } from "../../../../tests/support/type-check.js";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "typed-chains-")));
const packed = join(folder, "node_modules/@typed-chains/runtime");
const consumer = join(folder, "consumer.ts");

const strictest: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: false,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  typeRoots: [here("../../../../node_modules/@types")],
};

/** A user's folder: the package's own declarations, without its sources. */
beforeAll(() => {
  mkdirSync(packed, { recursive: true });
  cpSync(here("../../package.json"), join(packed, "package.json"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const sources = here("../../src");
  for (const path of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const declarations = join(packed, "dist", path.replace(/\.ts$/, ".d.ts"));
    mkdirSync(dirname(declarations), { recursive: true });
    writeFileSync(declarations, declarationsOf(join(sources, path)));
  }
});

/** The sources say all that their declarations do: that no type is inferred is a setting of theirs. */
function declarationsOf(fileName: string): string {
  const compilerOptions = { ...strictest, isolatedDeclarations: true };
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, "utf8"), {
    compilerOptions,
    fileName,
    reportDiagnostics: true,
  });
  expect(diagnostics, fileName).toStrictEqual([]);
  return outputText;
}

afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles a consumer against the declarations and lists what the compiler says of the two. */
function complaints(text: string, lib: readonly string[], types: string[]): string[] {
  writeFileSync(consumer, text);
  const libraries = ["es2022", ...lib].map((name) => `lib.${name}.d.ts`);
  const options = { ...strictest, lib: libraries, types, noEmit: true };
  const program = ts.createProgram([consumer], options, sharedHost(options));
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  expect(files.length).toBeGreaterThan(1);
  return problemsIn(program, files).map(({ file, messageText }) => {
    return `${file === undefined ? "" : dirname(file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

const dom = ["dom", "dom.iterable"];
const libraries: [title: string, lib: readonly string[], types: string[]][] = [
  ["the DOM alone", dom, []],
  ["@types/node alone", [], ["node"]],
  ["both", dom, ["node"]],
];

describe("the declarations, under the strictest flags", () => {
  const text = readFileSync(here("consumer.ts"), "utf8");

  test.each(libraries)("compile for a consumer that has %s", (_, lib, types) => {
    expect(complaints(text, lib, types)).toStrictEqual([]);
  });

  test("refuse each mistake of the consumer: without its @ts-expect-error it is an error", () => {
    const mistakes = text.match(/@ts-expect-error/g) ?? [];
    const bare = text.replaceAll("@ts-expect-error", "expected:");
    expect(complaints(bare, dom, [])).toHaveLength(mistakes.length);
  });
});
