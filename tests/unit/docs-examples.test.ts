import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, memoryHost } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "out", "docs-examples");
const pages = ["README.md", "packages/codegen/README.md", "packages/runtime/README.md"];

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "chains"), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);
}

/** Writes the client of the README's own chain, and every TypeScript example as a module beside it. */
async function layExamples(): Promise<string> {
  const [chain = ""] = blocksOf("README.md", "py");
  const request = { source: { path: "hello.py", options: {} }, label: "hello.py", chainId: "abc123" };
  const { files } = await generateClient(memoryHost({ "hello.py": chain }), [request], { importExtension: "js" });
  for (const [path, text] of files) writeFileSync(join(folder, "chains", path), text);
  const examples = pages.flatMap((page) => blocksOf(page, "ts"));
  for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "fixtures", "tsconfig.json"), "utf8")) as {
    compilerOptions: object;
  };
  const settings = { ...compilerOptions, isolatedDeclarations: false, declaration: false, noUnusedLocals: false };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: settings, include: ["**/*.ts"] }));
  return examples.join("");
}

test("every TypeScript example of the documentation compiles, and errs exactly where it says so", async () => {
  const examples = await layExamples();
  const promised = [...examples.matchAll(/\/\/ error: (.*)$/gm)].map(([, message = ""]) => message);
  const messages = compileProject("out/docs-examples/tsconfig.json").split("\n").filter(Boolean);
  expect(messages.map((message) => message.replace(/^.*?error TS\d+: /, ""))).toStrictEqual(promised);
  expect(promised.length).toBeGreaterThan(0);
});
