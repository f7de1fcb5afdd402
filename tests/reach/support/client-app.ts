import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import type { ServerProcess } from "../../support/server-process.js";
import { type ConsumerProject, createConsumerProject } from "./consumer-project.js";
import { printedText } from "./printed-text.js";
import { workspaceFolder } from "./workspace.js";

const sources = fileURLToPath(new URL("../app", import.meta.url));

/** The chains of the app, by the names of their files. */
const chains = { hello: "hello/chain.py", tell: "failing-streams/tell.py", echo: "echo-socket/chain.py" };

/** What the mocks answer, by the names that their addresses have. `ending` is a chain of its own that echo's client calls. */
const answers = {
  hello: { chain: "hello", answer: "Hello, Ada and Grace!" },
  tell: { chain: "tell", answer: ["Ada ", "né ", "日本 "] },
  echo: { chain: "echo", answer: {} },
  ending: { chain: "echo", answer: { greeting: [{ close: 4001, reason: "bye" }] } },
};

/** A user's project with the app of these tests, and the mocks of its chains. Both packages are the packed ones. */
export interface ClientApp extends ConsumerProject {
  /** The addresses of the mocks, by the names of the chains. */
  readonly mocks: Readonly<Record<string, string>>;
  /** Makes packages of a folder of pinned tools packages of the project. */
  link(tools: string, names: readonly string[]): void;
  /** Stops the mocks and removes the project. */
  close(): Promise<void>;
}

/** Installs the runtime, generates the client of the app's chains beside its sources in `src/`, and starts the mocks. */
export async function createClientApp(): Promise<ClientApp> {
  const project = createConsumerProject({ "package.json": JSON.stringify({ private: true, type: "module" }) });
  for (const name of readdirSync(sources)) project.write(`src/${name}`, appSource(name));
  for (const [name, path] of Object.entries(chains)) {
    project.write(`${name}.py`, readFileSync(join(workspaceFolder, "fixtures", path), "utf8"));
  }
  const files = Object.keys(chains).map((name) => `${name}.py`);
  await project.run("npm", "install", "--no-audit", "--no-fund", inject("packages").runtime);
  await project.run(process.execPath, inject("generator"), "generate", ...files, "--out", "src/chains");
  const servers = await Promise.all(Object.entries(answers).map((entry) => startMock(project, ...entry)));
  return {
    ...project,
    mocks: Object.fromEntries(servers.map(({ name, url }) => [name, url])),
    link: (tools, names) => {
      for (const name of names) link(join(tools, name), join(project.folder, "node_modules", name));
    },
    close: async () => {
      await Promise.all(servers.map(({ server }) => server.stop()));
      project.remove();
    },
  };
}

/** Here the app imports the clients that the fixtures expect, in the project the one that is generated. */
function appSource(name: string): string {
  const text = readFileSync(join(sources, name), "utf8");
  return text.replaceAll(/"(?:\.\.\/)+fixtures\/[^"]+"/g, '"./chains/index.js"');
}

async function startMock(
  project: ConsumerProject,
  name: string,
  { chain, answer }: { readonly chain: string; readonly answer: unknown },
): Promise<{ readonly name: string; readonly url: string; readonly server: ServerProcess }> {
  project.write(`${name}.json`, JSON.stringify(answer));
  const args = [inject("generator"), "mock", `${chain}.py`, "--answer", `${name}.json`];
  const server = await project.serve(process.execPath, ...args);
  return { name, url: await printedText(server, /http:\/\/127\.0\.0\.1:\d+/), server };
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}
