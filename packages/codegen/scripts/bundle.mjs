// Builds what Node runs: few files, because opening hundreds is most of the time of a command that has little to do.
// Declarations are the compiler's.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What a `generate` with nothing to do runs, and other commands begin with: it and all that it imports is one file. */
const core = ["cli/run.ts", "cli/generate/generate-once.ts", "cli/generate/generate-text.ts"];

const { output } = await build({
  cwd: root,
  input: {
    cli: "src/cli.ts",
    index: "src/index.ts",
    "config/define-config": "src/config/define-config.ts",
    "config/reload-worker": "src/config/reload-worker.ts",
  },
  platform: "node",
  // What is started with every command is built in; what is large and rare is a dependency.
  external: (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`)),
  // What yargs measures its help with makes an Intl.Segmenter whenever it is loaded: a quarter of an unchanged run.
  resolve: { alias: { "string-width": "fast-string-width" } },
  // An import within a function keeps the sources fast to load for tests too, which run them as they are.
  checks: { ineffectiveDynamicImport: false },
  preserveEntrySignatures: "allow-extension",
  output: {
    dir: dist,
    format: "esm",
    chunkFileNames: "parts/[name]-[hash].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
    minify: { compress: true, mangle: false, codegen: true },
    codeSplitting: { includeDependenciesRecursively: false, groups: [coreGroup()] },
  },
});
removeOldParts(new Set(output.map(({ fileName }) => basename(fileName))));
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.md"), licenses(output.flatMap((chunk) => chunk.moduleIds ?? [])));

function coreGroup() {
  const modules = new Set();
  const add = (id, context) => {
    const module = modules.has(id) ? null : context.getModuleInfo(id);
    if (module === null || module.isExternal) return;
    modules.add(id);
    for (const imported of module.importedIds) add(imported, context);
  };
  const name = (id, context) => {
    if (modules.size === 0) for (const path of core) add(join(root, "src", path), context);
    return modules.has(id) ? "core" : null;
  };
  return { name, debugName: "core" };
}

/** Parts are named by what is in them: those of an earlier build would stay. */
function removeOldParts(names) {
  for (const name of readdirSync(join(dist, "parts"))) if (!names.has(name)) rmSync(join(dist, "parts", name));
}

/** The licences of all that is built in. */
function licenses(ids) {
  const packages = new Set(ids.map(packageOf).filter((folder) => folder !== undefined));
  return ["# Licences of what is built in\n", ...[...packages].sort(byName).map(license)].join("\n");
}

function packageOf(id) {
  const parts = id.split("/");
  const last = parts.lastIndexOf("node_modules");
  if (last === -1) return undefined;
  return parts.slice(0, last + (parts[last + 1].startsWith("@") ? 3 : 2)).join("/");
}

function byName(left, right) {
  return basename(left) < basename(right) ? -1 : 1;
}

function license(folder) {
  const { name, version, license: kind } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file in ${folder}`);
  return `## ${name} ${version} (${kind})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
