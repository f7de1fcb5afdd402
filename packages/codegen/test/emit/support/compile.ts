import { fileURLToPath } from "node:url";
import ts from "typescript";
import { problemsIn, sharedHost } from "../../../../../tests/support/type-check.js";

const runtime = fileURLToPath(new URL("../../../../runtime/src/index.ts", import.meta.url));
const stream = fileURLToPath(new URL("../../../../runtime/src/stream/index.ts", import.meta.url));
const root = fileURLToPath(new URL("../generated/", import.meta.url));

/** The flags of the strictest users. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
  paths: { "@typed-chains/runtime": [runtime], "@typed-chains/runtime/stream": [stream] },
  declaration: true,
  strict: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: false,
};

/** The errors of TypeScript files that are in memory only, each as "file: message". */
export function compileErrors(files: ReadonlyMap<string, string>): readonly string[] {
  return errorsIn([...files.keys()], files);
}

/** The errors of some of the files, as their users see them: the others are known to compile. */
export function errorsIn(paths: readonly string[], files: ReadonlyMap<string, string>): readonly string[] {
  const texts = new Map([...files].map(([path, text]) => [root + path, text]));
  const program = ts.createProgram([...texts.keys()], options, hostOf(texts));
  const sources = paths.flatMap((path) => program.getSourceFile(root + path) ?? []);
  return problemsIn(program, sources).map(describe);
}

/** The statements of a file, as the names of their kinds, and whether it has any syntax error. */
export function statementsOf(text: string): { readonly kinds: readonly string[]; readonly errors: readonly string[] } {
  const files = new Map([["module.ts", text]]);
  const errors = syntaxErrors(files);
  const source = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022);
  return { kinds: source.statements.map(kindOf), errors };
}

/** `SyntaxKind` has two names for this one, and gives the other. */
function kindOf(statement: ts.Statement): string {
  return ts.isVariableStatement(statement) ? "VariableStatement" : ts.SyntaxKind[statement.kind];
}

/** Whether a file has the type `any` somewhere. */
export function usesAny(text: string): boolean {
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, visit) ?? false);
  return visit(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022));
}

function syntaxErrors(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.values()].flatMap((text) =>
    (ts.transpileModule(text, { reportDiagnostics: true }).diagnostics ?? []).map(describe),
  );
}

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = sharedHost(options);
  return {
    ...host,
    directoryExists: (path) => root.startsWith(`${path}/`) || ts.sys.directoryExists(path),
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, version, ...more) => {
      const text = texts.get(path);
      return text === undefined ? host.getSourceFile(path, version, ...more) : ts.createSourceFile(path, text, version);
    },
  };
}

function describe(diagnostic: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  return `${diagnostic.file?.fileName.replace(root, "") ?? "options"}: ${message}`;
}
