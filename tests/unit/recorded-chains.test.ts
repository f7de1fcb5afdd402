import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskHost, generateClient, memoryHost, readChain, signatureText } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";
import { type RecordedResult, recordedResults } from "../support/recorded-results.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const chains = join(root, "fixtures", "wire", "chains");
const folder = join(root, "out", "recorded-chains");
const host = diskHost(chains);

/** Every chainlet of a recorded chain's file that a client can be generated for. */
const chainlets = readdirSync(chains).flatMap((file) => {
  const names = [...readFileSync(join(chains, file), "utf8").matchAll(/^class (\w+)\(chains\.ChainletBase\)/gm)];
  return names.flatMap(([, entrypoint = ""]) => {
    const source = { path: file, options: { entrypoint } };
    const { signature } = readChain(host, source);
    return signature === undefined ? [] : [{ file, entrypoint, source, signature }];
  });
});

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the recorded chains have this many chainlets of each transport", () => {
  const count = (transport: string): number =>
    chainlets.filter(({ signature }) => signature.transport === transport).length;
  expect(["json", "text-stream", "byte-stream", "framed-stream", "websocket"].map(count)).toStrictEqual([
    26, 5, 1, 1, 5,
  ]);
});

test.each(chainlets)("$entrypoint of $file is described, and its document reads back to the byte", ({ signature }) => {
  const document = signatureText(signature);
  const again = readChain(memoryHost({ "a.json": document }), { path: "a.json", options: {} });
  expect(again.diagnostics).toStrictEqual([]);
  expect(again.signature === undefined ? "" : signatureText(again.signature)).toBe(document);
});

/** Results with NaN or infinity in them, which come as the null that `number` does not say (docs/numbers.md). */
const withNan = ["scalars_floats"];

/** A module that assigns recorded results to the type of the client's result. */
function resultModule(path: string, client: string, results: readonly RecordedResult[]): string {
  const [, invoke = ""] = /^export function (invoke\w+?)\(/m.exec(client) ?? [];
  const head = `import type { ${invoke} } from "./${path.replace(/\.ts$/, ".js")}";
type Result = Awaited<ReturnType<typeof ${invoke}>>;
`;
  const lines = results.map(({ name, json }) => {
    return `${withNan.includes(name) ? "// @ts-expect-error null\n" : ""}export const ${name}: Result = ${json};\n`;
  });
  return head + lines.join("");
}

test("the clients of all recorded chains compile, with each recorded result as the type of its call", async () => {
  let assigned = 0;
  for (const { file, entrypoint, source, signature } of chainlets) {
    const { files, diagnostics } = await generateClient(host, [{ source, label: file }], { importExtension: "js" });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
    // What a server gathers of a stream, where it is asked to, is no stream.
    const results = signature.transport === "json" ? recordedResults(file, entrypoint) : [];
    for (const [path, text] of files) {
      if (path === "index.ts") continue;
      writeFileSync(join(folder, path), text);
      if (results.length > 0) writeFileSync(join(folder, `results-of-${path}`), resultModule(path, text, results));
    }
    assigned += results.length;
  }
  const options = JSON.parse(readFileSync(join(root, "fixtures", "tsconfig.json"), "utf8")) as object;
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, include: ["*.ts"] }));
  expect(compileProject("out/recorded-chains/tsconfig.json")).toBe("");
  expect(assigned).toBeGreaterThan(90);
});
