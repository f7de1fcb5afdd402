import { stringLiteral } from "../emit/literal.js";
import { type IndexEntry, indexEntries, indexHead } from "../emit/print-index.js";
import type { ModuleOutline } from "../plan/module-outline.js";

/**
 * The index of a package, by file name: what a compiler makes of a client's, which is little enough to do without one.
 */
export function compiledIndex(modules: readonly ModuleOutline[]): readonly (readonly [path: string, text: string])[] {
  const entries = modules.flatMap(indexEntries);
  const text = (namesOf: (entry: IndexEntry) => readonly string[]): string => {
    const lines = entries.flatMap((entry) => exportLine(namesOf(entry), entry.file));
    return `${indexHead(modules, ".js")}${lines.length === 0 ? "export {};\n" : lines.join("")}`;
  };
  return [
    ["index.js", text(({ values }) => values)],
    ["index.d.ts", text(({ values, types }) => [...values, ...types.map((name) => `type ${name}`)])],
  ];
}

function exportLine(names: readonly string[], file: string): readonly string[] {
  return names.length === 0 ? [] : [`export { ${names.join(", ")} } from ${stringLiteral(`./${file}.js`)};\n`];
}
