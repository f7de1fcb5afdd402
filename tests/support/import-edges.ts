import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

/** Stands for the modules beside the folders that are no part of their own. */
const others = "*.ts";

/** The parts that the modules of a folder are in. `named` has those modules that are parts of their own. */
export function partsIn(folder: string, named: readonly string[]): ReadonlySet<string> {
  return new Set(modulesOf(folder).map((module) => partOf(module, named)));
}

/** The imports from one part into another, as `from → to`, each with the modules that have one. */
export function importsBetweenParts(folder: string, named: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  for (const module of modulesOf(folder)) {
    for (const imported of importedBy(folder, module)) {
      const [from, to] = [partOf(module, named), partOf(imported, named)];
      if (from === to) continue;
      const edge = `${from} → ${to}`;
      edges.set(edge, [...(edges.get(edge) ?? []), `${module} imports ${imported}`]);
    }
  }
  return edges;
}

/** The modules of a folder, as paths with `/`. */
function modulesOf(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths.filter((path) => path.endsWith(".ts"));
}

/** A module's folder, or the module itself where it is in none. */
function partOf(module: string, named: readonly string[]): string {
  const [first = "", ...rest] = module.split("/");
  if (rest.length > 0) return `${first}/`;
  return named.includes(first) ? first : others;
}

/** The modules of the same folder that one imports, in whatever way: types, `export … from` and `import()` too. */
function importedBy(folder: string, module: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, module), "utf8"), true, true);
  const specifiers = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
  return specifiers.map((name) => posix.join(dirname(module), name).replace(/\.js$/, ".ts"));
}
