/** A generated module begins with these lines. The compiler drops them where the first statement is of types alone. */
const banner = /^(?:\/\/.*\n|\/\*.*\*\/\n)+/;

/**
 * Compiles modules of a client: each `x.ts` gives `x.js` and `x.d.ts`.
 *
 * It is done module by module, without the runtime and without checking types: what generated code exports has its type
 * written out (`isolatedDeclarations`), so that its declaration follows from its own text.
 */
export async function compileModules(modules: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      rootDir: "/",
      outDir: "/",
      newLine: ts.NewLineKind.LineFeed,
      declaration: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      isolatedDeclarations: true,
      noCheck: true,
      noLib: true,
      noResolve: true,
      types: [],
    },
  });
  for (const [path, text] of modules) project.createSourceFile(`/${path}`, text);
  const program = project.getProgram();
  const problems = [...program.getSyntacticDiagnostics(), ...program.getDeclarationDiagnostics()];
  if (problems.length > 0) throw new Error(project.formatDiagnosticsWithColorAndContext(problems));
  const compiled = project.emitToMemory().getFiles();
  return new Map(compiled.map(({ filePath, text }) => withBanner(filePath.slice(1), text, modules)));
}

function withBanner(path: string, text: string, modules: ReadonlyMap<string, string>): readonly [string, string] {
  const [lines = ""] = banner.exec(modules.get(path.replace(/(\.d\.ts|\.js)$/, ".ts")) ?? "") ?? [];
  return [path, text.startsWith(lines) ? text : lines + text];
}
