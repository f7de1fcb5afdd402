import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryHost, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { workspaceFolder, workspaceVersionOf } from "./support/workspace.js";

const generator = join(workspaceFolder, "packages", "codegen", "bin", "typed-chains.js");
const sourceOf = (fixture: string): string =>
  readFileSync(join(workspaceFolder, "fixtures", fixture, "chain.py"), "utf8");
const sources = {
  "hello.py": sourceOf("hello"),
  "checkout.py": sourceOf("nested-models"),
  "careful.py": sourceOf("hostile-docstrings"),
};

const consumer = `import { invokeHelloAll, type HelloAllInput } from "@acme/chains";
import type { Order } from "@acme/chains/checkout";

declare const process: { readonly argv: readonly string[] };
const input: HelloAllInput = { names: ["Ada"] };
const answer: string = await invokeHelloAll(input, { baseUrl: process.argv[2] ?? "", apiKey: "any" });
console.log(answer);

// @ts-expect-error an order has a customer and lines
export const order: Order = {};
`;
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  outDir: "out",
  rootDir: "src",
};
const nodenext = { module: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler", noEmit: true };

let tools: string;
let publisher: ConsumerProject;
let tarball: string;

/** Generates a package and packs it, in a shell of its own; gives the tarballs of both package managers. */
async function generateAndPack(folder: string, shell: string): Promise<readonly Buffer[]> {
  const chains = Object.keys(sources).join(" ");
  const pnpm = join(tools, "pnpm", "bin", "pnpm.cjs");
  const commands = [
    shell,
    `"${process.execPath}" "${generator}" generate ${chains} --out ${folder}/package --package @acme/chains`,
    `mkdir ${folder}/npm ${folder}/pnpm`,
    `npm pack ./${folder}/package --pack-destination ${folder}/npm`,
    `"${process.execPath}" "${pnpm}" --dir ${folder}/package pack --pack-destination ../pnpm`,
  ];
  await publisher.run("sh", "-c", commands.join(" && "));
  const packed = ["npm", "pnpm"].map((name) => join(publisher.folder, folder, name, "acme-chains-0.1.0.tgz"));
  return packed.map((path) => readFileSync(path));
}

beforeAll(async () => {
  tools = await installPinnedTools("registry-tools");
  publisher = createConsumerProject({ ...sources, "package.json": "{}" });
});

afterAll(() => publisher?.remove());

test("a package has the same bytes in every folder, umask, time zone and locale, and packed as well", async () => {
  mkdirSync(join(publisher.folder, "one"));
  mkdirSync(join(publisher.folder, "deep", "er"), { recursive: true });
  const plain = await generateAndPack("one", "umask 022");
  const other = await generateAndPack(
    "deep/er",
    "umask 077 && export TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8",
  );
  expect(plain.every((bytes) => bytes.length > 1000)).toBe(true);
  expect(other.map((bytes, index) => bytes.equals(plain[index] ?? Buffer.of()))).toStrictEqual([true, true]);
  tarball = join(publisher.folder, "one", "npm", "acme-chains-0.1.0.tgz");
});

describe.each([
  ["the runtime", () => inject("packages").runtime, "@typed-chains/runtime/binary"],
  ["the generator", () => inject("packages").codegen, "@typed-chains/codegen/config"],
  ["a generated package", () => tarball, "@acme/chains/checkout"],
] as const)("the tarball of %s", (_, tarballOf, subpath) => {
  const binOf = (name: string): string => join(workspaceFolder, "node_modules", ".bin", name);

  test("is clean for publint", async () => {
    expect(await publisher.run(binOf("publint"), "run", tarballOf(), "--strict")).toContain("All good!");
  });

  test("has types that resolve wherever its modules do", async () => {
    const output = await publisher.run(binOf("attw"), tarballOf(), "--profile", "esm-only", "--no-color");
    expect(output).toContain(`"${subpath}"`);
  });
});

describe("a consumer of the packed package", () => {
  let project: ConsumerProject;

  beforeAll(async () => {
    project = createConsumerProject({
      "package.json": JSON.stringify({ name: "consumer", version: "1.0.0", private: true, type: "module" }),
      "nodenext.json": JSON.stringify({ compilerOptions: { ...compilerOptions, ...nodenext }, include: ["src"] }),
      "bundler.json": JSON.stringify({ compilerOptions: { ...compilerOptions, ...bundler }, include: ["src"] }),
      "src/main.ts": consumer,
    });
    const compiler = `typescript@${workspaceVersionOf("typescript")}`;
    await project.run("npm", "install", "--no-audit", "--no-fund", inject("packages").runtime, tarball, compiler);
    const readme = readFileSync(join(project.folder, "node_modules", "@acme", "chains", "README.md"), "utf8");
    const examples = fencedBlocks(readme, "ts");
    expect(examples).toHaveLength(Object.keys(sources).length);
    for (const [index, { code }] of examples.entries()) project.write(`src/example-${index}.ts`, code);
  });
  afterAll(() => project?.remove());

  test.each(["nodenext", "bundler"])("compiles, and so do the examples of its README, with %s", async (resolution) => {
    expect(await project.run("npx", "--no", "--", "tsc", "-p", `${resolution}.json`)).toBe("");
  });

  test("calls a chain with nothing but Node", async () => {
    const host = memoryHost({ "hello.py": sources["hello.py"] });
    const { signature } = readChain(host, { path: "hello.py", options: {} });
    if (signature === undefined) throw new Error("The chain cannot be read");
    const start = await startMock({ signature, answer: "Hello, Ada!" }, 0);
    if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
    try {
      expect(await project.run("node", "out/main.js", start.server.url)).toBe("Hello, Ada!\n");
    } finally {
      await start.server.close();
    }
  });
});
