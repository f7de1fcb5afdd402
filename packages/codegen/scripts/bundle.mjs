// Builds what Node runs: few files, because opening hundreds is most of the time of a command that has little to do.
// Declarations are the compiler's.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// Parts are named by what is in them: those of an earlier build would stay.
rmSync(join(root, "dist/parts"), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/cli.ts", "src/index.ts", "src/config/define-config.ts", "src/config/reload-worker.ts"],
  outdir: "dist",
  chunkNames: "parts/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // What is started with every command is built in; what is large and rare is a dependency.
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  // What yargs measures its help with makes an Intl.Segmenter whenever it is loaded: a quarter of an unchanged run.
  alias: { "string-width": "fast-string-width" },
  // Parts of yargs are written for CommonJS.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(root, "dist/THIRD-PARTY-LICENSES.md"), licenses(Object.keys(metafile.inputs)));

/** The licences of all that is built in. */
function licenses(inputs) {
  const packages = new Set(inputs.map(packageOf).filter((folder) => folder !== undefined));
  return ["# Licences of what is built in\n", ...[...packages].sort().map(license)].join("\n");
}

function packageOf(input) {
  const parts = input.split("/");
  const last = parts.lastIndexOf("node_modules");
  if (last === -1) return undefined;
  const length = parts[last + 1].startsWith("@") ? 2 : 1;
  return join(root, ...parts.slice(0, last + 1 + length));
}

function license(folder) {
  const { name, version, license: kind } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file in ${folder}`);
  return `## ${name} ${version} (${kind})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
