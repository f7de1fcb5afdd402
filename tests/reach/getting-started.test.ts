import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type MockServer, memoryHost, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { findFreePort } from "../support/free-port.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { printedText } from "./support/printed-text.js";
import { type Step, stepsOf } from "./support/walkthrough.js";
import { workspaceFolder } from "./support/workspace.js";

const pages = ["getting-started-app.md", "getting-started-owner.md", "getting-started-platform.md"];

/** What runs on the platform. */
const hello = `import truss_chains as chains

class HelloAll(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;

/** Whatever host of the platform is called, the mock answers. */
const toMock = (url: string): string => `
const real = globalThis.fetch;
globalThis.fetch = (target, init) => {
  const { hostname, pathname } = new URL(target);
  return real(hostname.endsWith(".baseten.co") ? ${JSON.stringify(url)} + pathname : target, init);
};
`;

const identity = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
};

let platform: MockServer;

beforeAll(async () => {
  const { signature } = readChain(memoryHost({ "hello.py": hello }), { path: "hello.py", options: {} });
  if (signature === undefined) throw new Error("The chain cannot be read");
  const start = await startMock({ signature, answer: "Hello, Ada and Grace!" }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  platform = start.server;
});
afterAll(() => platform?.close());

/** A folder with a clone of typed-chains, as far as a reader needs one, and beside it the empty folder `mine`. */
function makeFolders(): ConsumerProject {
  const folders = createConsumerProject({ "to-mock.mjs": toMock(platform.url) }, identity);
  onTestFinished(() => folders.remove());
  const packed = join(folders.folder, "typed-chains", "out");
  mkdirSync(packed, { recursive: true });
  const { runtime, codegen } = inject("packages");
  for (const tarball of [runtime, codegen]) copyFileSync(tarball, join(packed, basename(tarball)));
  mkdirSync(join(folders.folder, "mine"));
  return folders;
}

/** Does what a page says, in its order, and expects what it shows. */
async function follow(steps: readonly Step[], folders: ConsumerProject): Promise<void> {
  const shell = (commands: string) => ["-ec", `exec 2>&1\ncd mine\n${commands}`] as const;
  const start = `export NODE_OPTIONS=--import=${join(folders.folder, "to-mock.mjs")}\n`;
  let seen = "";
  for (const step of steps) {
    if (step.kind === "write") folders.write(`mine/${step.path}`, step.text);
    else if (step.kind === "see") expect(seen).toContain(step.text);
    else if (step.kind === "run") {
      const { code, stdout } = await folders.attempt("bash", ...shell(start + step.commands));
      expect(code, `${step.commands}${stdout}`).toBe(step.exitCode);
      seen = stdout;
    } else {
      const server = await folders.serve("bash", ...shell(`exec ${step.command}`));
      onTestFinished(() => server.stop());
      seen = await printedText(server, /.*is served at.*/);
    }
  }
}

test.each(pages)("%s works from an empty folder, and shows what is printed", async (page) => {
  const port = String(await findFreePort());
  const text = readFileSync(join(workspaceFolder, "docs", page), "utf8").replaceAll("8080", port);
  const steps = stepsOf(text);
  expect(steps.filter(({ kind }) => kind === "see").length).toBeGreaterThan(2);
  await follow(steps, makeFolders());
});
