import ts from "typescript";

/**
 * The files of packages that were parsed, by the settings that they were parsed for. To parse the library of TypeScript
 * takes longer than to check most programs, and a worker runs many files of tests.
 */
const parsed = new Map<string, Map<string, ts.SourceFile | undefined>>();

/** Reads as the compiler does, and shares what is installed among programs: it stays as it is while tests run. */
export function sharedHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const settings = JSON.stringify([options.target, options.module, options.moduleDetection, options.isolatedModules]);
  const files = parsed.get(settings) ?? new Map<string, ts.SourceFile | undefined>();
  parsed.set(settings, files);
  return {
    ...host,
    getSourceFile: (path, version, ...more) => {
      if (!isInstalled(path)) return host.getSourceFile(path, version, ...more);
      // A file is parsed as the module that its package says it is.
      const key = JSON.stringify([path, typeof version === "object" ? version.impliedNodeFormat : undefined]);
      if (!files.has(key)) files.set(key, host.getSourceFile(path, version, ...more));
      return files.get(key);
    },
  };
}

/** What the compiler finds in a program, but in what is installed: the libraries of others are theirs to check. */
export function problemsOf(program: ts.Program): readonly ts.Diagnostic[] {
  return problemsIn(
    program,
    program.getSourceFiles().filter(({ fileName }) => !isInstalled(fileName)),
  );
}

/** What the compiler finds in some files of a program, and in its settings. */
export function problemsIn(program: ts.Program, files: readonly ts.SourceFile[]): readonly ts.Diagnostic[] {
  const declares = program.getCompilerOptions().declaration === true;
  return ts.sortAndDeduplicateDiagnostics([
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(declares && !file.isDeclarationFile ? program.getDeclarationDiagnostics(file) : []),
    ]),
  ]);
}

function isInstalled(path: string): boolean {
  return path.includes("/node_modules/");
}
