import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type JsonValue, type MockServer, memoryHost, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "../support/run-command.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { packageManagerNames, packageManagers } from "./support/package-managers.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { installCommands, publishCommand, publishingBlock, publishingSettings } from "./support/publishing-page.js";
import { type Registry, startRegistry } from "./support/registry.js";
import { variablesOutside, workspaceFolder, workspaceVersionOf } from "./support/workspace.js";

const chains = {
  "hello.py": `import truss_chains as chains


@chains.mark_entrypoint
class HelloAll(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str:
        return "Hello, " + " and ".join(names)
`,
  "orders.py": `import pydantic
import truss_chains as chains


class Order(pydantic.BaseModel):
    sku: str
    quantity: int = 1


@chains.mark_entrypoint
class PlaceOrder(chains.ChainletBase):
    async def run_remote(self, order: Order) -> Order:
        return order
`,
};

const consumer = `import { invokeHelloAll } from "@acme/hello";
import { invokePlaceOrder } from "@acme/orders";
import type { Order } from "@acme/orders/place-order";

declare const process: { readonly argv: readonly string[] };
const [, , helloUrl = "", ordersUrl = ""] = process.argv;
const order: Order = { sku: "A" };
const greeting: string = await invokeHelloAll({ names: ["Ada"] }, { baseUrl: helloUrl, apiKey: "any" });
const { quantity } = await invokePlaceOrder({ order }, { baseUrl: ordersUrl, apiKey: "any" });
console.log(JSON.stringify([greeting, quantity]));
`;
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  types: [],
  strict: true,
  skipLibCheck: false,
  outDir: "out",
  rootDir: "src",
};

const generator = join(workspaceFolder, "packages", "codegen", "bin", "typed-chains.js");
const projects = new Map<string, ConsumerProject>();
let registry: Registry;
let managers: ReturnType<typeof packageManagers>;
let settings: ReadonlyMap<string, string>;
/** The home of whoever publishes and installs: npm, pnpm and Yarn 1 read settings there. */
let home: string;
let mocks: readonly MockServer[];

/** Runs a program with its first arguments, and more of them. */
async function run(project: ConsumerProject, [program = "", ...first]: readonly string[], line = ""): Promise<string> {
  return await project.run(program, ...first, ...line.split(" ").filter(Boolean));
}

/** A command line as users type it: its first word is the name of the package manager. */
async function type(project: ConsumerProject, name: keyof typeof managers, line: string): Promise<string> {
  return await run(project, managers[name].program, line.slice(line.indexOf(" ")));
}

/** What distinguishes a shell of the user's. */
function variables(): Readonly<Record<string, string>> {
  return { HOME: home, USERPROFILE: home, NPM_TOKEN: registry.token };
}

function makeProject(name: string, settingsFiles: readonly string[], files: Record<string, string>): ConsumerProject {
  const own = settingsFiles.filter((file) => !file.startsWith("~"));
  const given = Object.fromEntries(own.map((file) => [file, settings.get(file) ?? ""]));
  const project = createConsumerProject({ ...given, ...files }, variables());
  projects.set(name, project);
  return project;
}

function projectOf(name: string): ConsumerProject {
  const project = projects.get(name);
  if (project === undefined) throw new Error(`There is no project ${name}`);
  return project;
}

async function mockOf(source: string, text: string, answer: JsonValue): Promise<MockServer> {
  const { signature } = readChain(memoryHost({ [source]: text }), { path: source, options: {} });
  if (signature === undefined) throw new Error(`${source} cannot be read`);
  const start = await startMock({ signature, answer }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  return start.server;
}

/** Generates what the config of the page asks for, and a package more. */
async function generate(publisher: ConsumerProject): Promise<void> {
  const config = JSON.parse(publishingBlock("json", registry.url)) as { readonly chains: readonly object[] };
  const orders = { source: "orders.py", out: "packages/orders", package: "@acme/orders" };
  publisher.write("typed-chains.config.json", JSON.stringify({ ...config, chains: [...config.chains, orders] }));
  await publisher.run(process.execPath, generator, "generate");
}

/** Publishes a package by the command of the page, in the folder of the package as the page has it. */
async function publish(name: "npm" | "pnpm", folder: string): Promise<string> {
  const [program = "", ...first] = managers[name].program;
  const args = publishCommand(name).split(" ").slice(1);
  const env = { ...variablesOutside(), ...variables() };
  const { code, stdout, stderr } = await runCommand(program, [...first, ...args], { cwd: folder, env });
  if (code !== 0) throw new Error(`${folder} could not be published:\n${stdout}${stderr}`);
  return stdout + stderr;
}

beforeAll(async () => {
  const tools = await installPinnedTools("registry-tools");
  managers = packageManagers(tools);
  registry = await startRegistry(tools);
  settings = publishingSettings(registry.url);
  home = mkdtempSync(join(tmpdir(), "typed-chains-home-"));
  writeFileSync(join(home, ".npmrc"), settings.get("~/.npmrc") ?? "");
  mocks = await Promise.all([
    mockOf("hello.py", chains["hello.py"], "Hello, Ada!"),
    mockOf("orders.py", chains["orders.py"], { sku: "A", quantity: 7 }),
  ]);
});

afterAll(async () => {
  for (const project of projects.values()) project.remove();
  for (const mock of mocks ?? []) await mock.close();
  await registry?.stop();
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
});

test("the runtime and packages of chains are published with npm and with pnpm", async () => {
  const files = { ...chains, LICENSE: "All rights reserved.\n", "package.json": "{}" };
  const publisher = makeProject("publisher", [".npmrc"], files);
  await publisher.run("npm", "publish", join(workspaceFolder, "packages", "runtime"));
  await generate(publisher);
  const folderOf = (name: string): string => join(publisher.folder, "packages", name);
  expect(await publish("npm", folderOf("hello"))).toContain("+ @acme/hello@0.1.0");
  expect(await publish("pnpm", folderOf("orders"))).toContain("+ @acme/orders@0.1.0");
});

describe.each(packageManagerNames)("a consumer that installs with %s", (name) => {
  test("compiles against the packages and calls their chains", async () => {
    const { settings: files, addForDevelopment, execute, node } = managers[name];
    const project = makeProject(name, files, {
      "package.json": JSON.stringify({ name: "consumer", version: "1.0.0", private: true, type: "module" }),
      "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }),
      "src/main.ts": consumer,
    });
    const { install } = installCommands(name);
    await type(project, name, install);
    await type(project, name, install.replace("@acme/hello", "@acme/orders"));
    await run(project, addForDevelopment, `typescript@${workspaceVersionOf("typescript")}`);
    await run(project, execute, "tsc");
    const urls = mocks.map(({ url }) => url).join(" ");
    expect(JSON.parse(await run(project, node, `out/main.js ${urls}`))).toStrictEqual(["Hello, Ada!", 7]);
  });
});

describe("a new version with another argument", () => {
  beforeAll(async () => {
    const publisher = projectOf("publisher");
    publisher.write("hello.py", chains["hello.py"].replaceAll("names", "people"));
    const folder = join(publisher.folder, "packages", "hello");
    const file = join(folder, "package.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"version": "0.1.0"', '"version": "0.2.0"'));
    await generate(publisher);
    expect(await publish("npm", folder)).toContain("+ @acme/hello@0.2.0");
  });

  test.each(packageManagerNames)("is an error of the compiler once it is installed with %s", async (name) => {
    const project = projectOf(name);
    await type(project, name, installCommands(name).update);
    const [program = "", ...args] = managers[name].execute;
    const { code, stdout, stderr }: CommandResult = await project.attempt(program, ...args, "tsc");
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain(
      "src/main.ts(8,49): error TS2353: Object literal may only specify known properties, and 'names' does not exist in type 'HelloAllInput'.",
    );
  });
});
