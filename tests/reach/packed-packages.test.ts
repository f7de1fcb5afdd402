import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { printedText } from "./support/printed-text.js";
import { workspaceVersionOf } from "./support/workspace.js";

const chain = `import truss_chains as chains


@chains.mark_entrypoint
class HelloAll(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str:
        return "Hello, " + " and ".join(names)
`;

const main = `import { invokeHelloAll } from "./chains/index.js";

const options = { baseUrl: process.argv[2] ?? "", apiKey: "any" };
const answer: string = await invokeHelloAll({ names: ["Ada"] }, options);
console.log(JSON.stringify({ typeOfAnswer: typeof answer }));
`;

const wrong = `import { invokeHelloAll } from "./chains/index.js";

export const answer = invokeHelloAll({ names: [1] }, { chainId: "abc" });
`;

const settings = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    outDir: "out",
    rootDir: "src",
  },
  include: ["src"],
};

/** The address that the mock prints when it serves. */
const mockUrl = /http:\/\/127\.0\.0\.1:\d+/;

let project: ConsumerProject;

beforeAll(async () => {
  project = createConsumerProject({
    "package.json": JSON.stringify({ name: "consumer", version: "1.0.0", private: true, type: "module" }),
    "tsconfig.json": JSON.stringify(settings),
    "chain.py": chain,
    "src/main.ts": main,
  });
  const { runtime, codegen } = inject("packages");
  const tools = ["typescript", "@types/node"].map((name) => `${name}@${workspaceVersionOf(name)}`);
  const quiet = ["--no-audit", "--no-fund"];
  await project.run("npm", "install", ...quiet, codegen, runtime);
  await project.run("npm", "install", ...quiet, "--save-dev", ...tools);
});

afterAll(() => project?.remove());

describe("the packed packages, installed with npm outside the workspace", () => {
  it("generate a client that compiles and that the mock answers", async () => {
    await project.run("npx", "--no", "typed-chains", "generate", "chain.py", "--out", "src/chains");
    await project.run("npx", "--no", "tsc");
    const server = await project.serve("npx", "--no", "typed-chains", "mock", "chain.py");
    try {
      const printed = await project.run("node", "out/main.js", await printedText(server, mockUrl));
      expect(JSON.parse(printed)).toStrictEqual({ typeOfAnswer: "string" });
    } finally {
      await server.stop();
    }
  });

  it("make a wrong argument an error of the compiler", async () => {
    await project.run("npx", "--no", "typed-chains", "generate", "chain.py", "--out", "src/chains");
    project.write("src/wrong.ts", wrong);
    const { code, stdout } = await project.attempt("npx", "--no", "tsc", "--noEmit");
    expect(code).not.toBe(0);
    expect(stdout).toContain("src/wrong.ts(3,48): error TS2322: Type 'number' is not assignable to type 'string'.");
  });
});
