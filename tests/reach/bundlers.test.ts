import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markdownTable } from "../support/markdown-table.js";
import { type ClientApp, createClientApp } from "./support/client-app.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { type Platform, startPlatform } from "./support/platform.js";
import { expectOnPage } from "./support/results-page.js";

/** Builds `out/bundled.js` to one file, and prints warnings and nothing else. The script runs in Node, with the file's path. */
const scripts = {
  Vite: `import { build } from "vite";
import { basename, dirname } from "node:path";
const [, , file] = process.argv;
const output = { format: "es", entryFileNames: basename(file) };
await build({
  configFile: false,
  logLevel: "warn",
  build: { outDir: dirname(file), emptyOutDir: false, rollupOptions: { input: "out/bundled.js", output } },
});
`,
  webpack: `import { basename, dirname } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";
const [, , file] = process.argv;
const stats = await promisify(webpack)({
  mode: "production",
  target: ["web", "es2022"],
  entry: "./out/bundled.js",
  experiments: { outputModule: true },
  output: { path: dirname(file), filename: basename(file), library: { type: "module" }, chunkFormat: "module" },
});
const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
for (const { message } of [...errors, ...warnings]) console.log(message);
`,
  Rollup: `import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
const [, , file] = process.argv;
const onLog = (level, { message }) => console.log(level, message);
const bundle = await rollup({ input: "out/bundled.js", plugins: [nodeResolve({ browser: true })], onLog });
await bundle.write({ file, format: "es" });
`,
  esbuild: `import { build } from "esbuild";
const [, , outfile] = process.argv;
await build({ entryPoints: ["out/bundled.js"], bundle: true, format: "esm", target: "es2022", outfile, logLevel: "warning" });
`,
};

const columns = ["bundler", "builds without a warning", "the bundle calls a chain"];
const rows: string[][] = [];
const parts = ["function", "function", "function"];

let app: ClientApp;
let platform: Platform;
/** Where bundles run: a place without packages. */
let elsewhere: ConsumerProject;

beforeAll(async () => {
  elsewhere = createConsumerProject({});
  const made = await Promise.all([createClientApp(), installPinnedTools("bundler-tools")]);
  [app] = made;
  const [, tools] = made;
  app.link(tools, ["vite", "webpack", "rollup", "@rollup/plugin-node-resolve", "esbuild"]);
  const esbuild = join("node_modules", "esbuild", "bin", "esbuild");
  await app.run(process.execPath, esbuild, "src/bundled.ts", "src/chains/*.ts", "--outdir=out", "--log-level=warning");
  platform = await startPlatform(app.mocks);
});

afterAll(async () => {
  platform?.close();
  await app?.close();
  elsewhere?.remove();
});

describe("an app that uses every part of the runtime, without the optional ws", () => {
  test.each(Object.entries(scripts))(
    "builds with %s without a warning, and the bundle calls a chain",
    async (name, script) => {
      const file = join(elsewhere.folder, name, "bundle.mjs");
      app.write(`${name}.js`, script);
      const { code, stdout, stderr } = await app.attempt(process.execPath, `${name}.js`, file);
      const isQuiet = code === 0 && stdout + stderr === "";
      const { stdout: printed } = await elsewhere.attempt(process.execPath, file, platform.origin);
      rows.push([name, isQuiet ? "yes" : "no", printed === "" ? "no" : "yes"]);
      expect({ code, stdout, stderr }).toStrictEqual({ code: 0, stdout: "", stderr: "" });
      expect(JSON.parse(printed)).toStrictEqual(["Hello, Ada and Grace!", "Ada né 日本 ", "uint8", parts]);
    },
  );
});

test("docs/reach.md says what was found", () => {
  expectOnPage("Bundlers", markdownTable([columns, ...rows]));
});
