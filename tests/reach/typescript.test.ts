import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { markdownTable } from "../support/markdown-table.js";
import { type ConsumerProject, createConsumerProject } from "./support/consumer-project.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { expectOnPage } from "./support/results-page.js";
import { workspaceFolder } from "./support/workspace.js";

/** Fixtures of one chain. Each has a consumer, with an `@ts-expect-error` line for each call that must not compile. */
const fixtures: readonly (readonly [name: string, ...options: string[]])[] = [
  ["hello"],
  ["nested-models"],
  ["tagged-union"],
  ["text-stream", "--chain-id", "abc123"],
  ["framed-stream", "--chain-id", "abc123"],
  ["echo-socket"],
];

/** What the consumers of the fixtures do not import. */
const rest = `import { NdArray } from "@typed-chains/runtime/binary";
import { type ServerSentEvent, serverSentEvents } from "@typed-chains/runtime/sse";
import { parseWebhook } from "@typed-chains/runtime/webhook";
import { helloAllChain } from "./hello/expected/index.js";

export const shape: readonly number[] = new NdArray(Float32Array.of(1, 2), [2, 1]).shape;
export const events: (text: AsyncIterable<string>) => AsyncIterable<ServerSentEvent> = serverSentEvents;
export const read = (request: Request) => parseWebhook(helloAllChain, request, { secrets: ["a secret"] });
// @ts-expect-error numpy has no type for it
export const array = new NdArray(["1"]);
`;

/** The strict flags that the oldest release knows. */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
};
const strictSince58 = { ...strict, noUncheckedSideEffectImports: true, erasableSyntaxOnly: true };

const releases = [
  { release: "5.0", flags: strict },
  { release: "5.4", flags: strict },
  { release: "5.9", flags: strictSince58 },
  { release: "6.0", flags: strictSince58 },
  { release: "7.0", flags: strictSince58 },
];
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];
const cases = releases.flatMap(({ release, flags }) =>
  resolutions.map((resolution) => [release, resolution.moduleResolution, { ...flags, ...resolution }] as const),
);

const columns = ["TypeScript", ...resolutions.map(({ moduleResolution }) => `\`${moduleResolution}\``)];
const rows = releases.map(({ release }) => [release]);

let project: ConsumerProject;
let tools: string;

beforeAll(async () => {
  project = createConsumerProject({ "package.json": '{ "private": true, "type": "module" }', "src/rest.ts": rest });
  const install = project.run("npm", "install", "--no-audit", "--no-fund", inject("packages").runtime);
  [tools] = await Promise.all([installPinnedTools("typescript-tools"), install]);
  await Promise.all(fixtures.map(([name, ...options]) => layFixture(name, options)));
});

afterAll(() => project?.remove());

/** Generates the client of a fixture's chain, and lays its consumer beside it. */
async function layFixture(name: string, options: readonly string[]): Promise<void> {
  for (const file of ["chain.py", "use.ts"]) {
    project.write(`src/${name}/${file}`, readFileSync(join(workspaceFolder, "fixtures", name, file), "utf8"));
  }
  const out = ["--out", `src/${name}/expected`];
  await project.run(process.execPath, inject("generator"), "generate", `src/${name}/chain.py`, ...out, ...options);
}

describe("generated clients and consumers of them, with each call that must not compile", () => {
  test.each(cases)("are right for TypeScript %s with %s and every strict flag", async (release, resolution, flags) => {
    const compilerOptions = { target: "es2022", lib: ["es2022", "dom"], types: [], noEmit: true, ...flags };
    const config = `tsconfig.${release}.${resolution}.json`;
    project.write(config, JSON.stringify({ compilerOptions, include: ["src"] }));
    const compiler = join(tools, `typescript-${release}`, "bin", "tsc");
    const { code, stdout } = await project.attempt(process.execPath, compiler, "--project", config);
    rows.find(([first]) => first === release)?.push(code === 0 ? "yes" : "no");
    expect({ code, stdout }).toStrictEqual({ code: 0, stdout: "" });
  });
});

test("docs/reach.md says what was found", () => {
  expectOnPage("TypeScript", markdownTable([columns, ...rows]));
});
