import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, memoryHost } from "@typed-chains/codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { workspaceFolder, workspaceVersionOf } from "./support/workspace.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const chain = fencedBlocks(textOf("README.md"), "py")[0]?.code ?? "";
const recipe = fencedBlocks(textOf("docs/testing.md"), "js")[0]?.code ?? "";

/** The package that holds Node 24 for this machine. */
const nodePackage = `node24@npm:node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}@24`;

const greeting = `import { ChainHttpError } from "@typed-chains/runtime";
import { NdArray } from "@typed-chains/runtime/binary";
import { invokeHelloAll } from "../src/chains/index.js";

const options = { apiKey: "test", retry: false } as const;

test("a call gives its result", async () => {
  const fetch = async () => Response.json("Hello, Ada!");
  await expect(invokeHelloAll({ names: ["Ada"] }, { ...options, fetch })).resolves.toBe("Hello, Ada!");
});

test("a call that fails gives an error of this very package", async () => {
  const fetch = async () => Response.json({ error: "no such chain" }, { status: 404 });
  const error = await invokeHelloAll({ names: ["Ada"] }, { ...options, fetch }).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ChainHttpError);
});

test("what has dependencies of its own is loaded as well", () => {
  expect(new NdArray(Uint8Array.of(1, 2), [2]).dtype).toBe("uint8");
});
`;

const babel = `module.exports = { presets: [["@babel/preset-env", { targets: { node: "current" } }], "@babel/preset-typescript"] };`;
const compilerOptions = { target: "es2022", module: "nodenext", isolatedModules: true, allowJs: true, strict: true };

const passed = "Tests:       3 passed, 3 total";

let project: ConsumerProject;

beforeAll(async () => {
  project = createConsumerProject({
    "package.json": JSON.stringify({ name: "consumer", version: "1.0.0", private: true }),
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, types: ["jest", "node"] } }),
    "test/greeting.test.ts": greeting,
    "swc.config.js": recipe,
    "untouched.config.js": recipe.replace(/^ *transformIgnorePatterns: .*\n/m, ""),
    "babel.config.js": babel,
    "default.config.js": recipe.replace(/^ *transform: .*\n/m, ""),
    "ts-jest.config.js": recipe.replace("@swc/jest", "ts-jest"),
  });
  const request = { source: { path: "hello.py", options: {} }, label: "hello.py", chainId: "abc123" };
  const { files } = await generateClient(memoryHost({ "hello.py": chain }), [request], { importExtension: "js" });
  for (const [path, text] of files) project.write(`src/chains/${path}`, text);
  const tarball = await project.run("npm", "pack", "--silent", join(workspaceFolder, "packages", "runtime"));
  const types = `@types/node@${workspaceVersionOf("@types/node")}`;
  await project.run("npm", "install", "--no-audit", "--no-fund", `./${tarball.trim()}`, nodePackage, types);
  linkTools(await installPinnedTools("jest-tools"));
});

afterAll(() => project?.remove());

/** Puts the tools that the manifest names among the packages of the project. */
function linkTools(tools: string): void {
  const manifest = readFileSync(new URL("jest-tools/package.json", import.meta.url), "utf8");
  const { dependencies } = JSON.parse(manifest) as { readonly dependencies: Readonly<Record<string, string>> };
  for (const name of Object.keys(dependencies)) {
    const link = join(project.folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(tools, name), link, "junction");
  }
}

/** Runs Jest with one of the configurations, in Node of this release or another. */
async function jest(config: string, node = process.execPath, ...flags: readonly string[]): Promise<string> {
  const args = ["node_modules/jest/bin/jest.js", "--config", config, "--rootDir", ".", "--no-cache"];
  const { stdout, stderr } = await project.attempt(node, ...flags, ...args);
  return stdout + stderr;
}

describe("Jest in CommonJS mode", () => {
  test.each([
    ["@swc/jest", "swc.config.js"],
    ["Jest's own transform", "default.config.js"],
    ["ts-jest", "ts-jest.config.js"],
  ])("runs a client by the recipe, with %s", async (_, config) => {
    expect(await jest(config)).toContain(passed);
  });

  test("needs the recipe: without it the runtime is not loaded", async () => {
    expect(await jest("untouched.config.js")).toContain("Must use import to load ES Module");
  });

  test("needs none of it on Node 24 with modules of its own switched on", async () => {
    const node24 = join(project.folder, "node_modules", "node24", "bin", "node");
    expect(await jest("untouched.config.js", node24, "--experimental-vm-modules")).toContain(passed);
  });
});
