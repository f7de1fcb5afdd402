import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { fencedBlocks } from "../../../../tests/support/fenced-blocks.js";
import { runCommandLine } from "../../src/cli/run.js";
import { schemaDocument } from "../../src/mock/schema-document.js";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";
import { signatureText } from "../../src/signature-text.js";
import { withMock } from "../mock/start-mock.js";

const page = readFileSync(new URL("../../../../docs/drift.md", import.meta.url), "utf8");
const [hello = "", running = ""] = fencedBlocks(page, "py").map(({ code }) => code);
const [shown] = fencedBlocks(page, "text").map(({ code }) => code);
const folder = mkdtempSync(join(tmpdir(), "typed-chains-verify-"));
const source = join(folder, "hello.py");
writeFileSync(source, hello);
const printed = captureOutput();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function signatureOf(text: string) {
  const { signature } = readSource(memoryHost({ "hello.py": text }), "hello.py");
  if (signature === undefined) throw new Error("The example cannot be read");
  return signature;
}

test("what differs is printed as docs/drift.md shows it, and ends with 1", async () => {
  await withMock({ signature: signatureOf(running) }, async ({ url }) => {
    expect(await runCommandLine(["verify", source, "--url", url])).toBe(1);
    expect(`${printed.stdout.replace(url, "http://localhost:8080").trimEnd()}`).toBe(shown?.trimEnd());
  });
});

test("a source and its signature document are what runs, which ends with 0", async () => {
  const signature = signatureOf(hello);
  const document = join(folder, "hello.signature.json");
  writeFileSync(document, signatureText(signature));
  await withMock({ signature }, async ({ url }) => {
    const verdict = `HelloAll is what runs at ${url}/v1/models/model/schema\n\nNot compared:\n`;
    expect(await runCommandLine(["verify", source, "--url", url])).toBe(0);
    expect(printed.stdout).toBe(`${verdict}  input.loud: its default\n`);
    printed.stdout = "";
    expect(await runCommandLine(["verify", document, "--url", `${url}/v1/models/model/schema`])).toBe(0);
    expect(printed.stdout).toContain(`${verdict}  input.loud: its default\n  output: what serializers`);
  });
});

test("a document that was kept in a file is compared as one that is served", async () => {
  const kept = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const same = kept("same.json", JSON.stringify(schemaDocument(signatureOf(hello))));
  expect(await runCommandLine(["verify", source, "--url", same])).toBe(0);
  expect(printed.stdout).toContain(`HelloAll is the chain that ${same} describes\n`);
  const other = kept("other.json", JSON.stringify(schemaDocument(signatureOf(running))));
  expect(await runCommandLine(["verify", source, "--url", other])).toBe(1);
  expect(printed.stdout).toContain(`HelloAll is not the chain that ${other} describes\n\nBreaking:`);
});

test.each([
  ["nothing.json", undefined, "TC101"],
  ["text.json", "hello", "TC702"],
  ["signature.json", signatureText(signatureOf(hello)), "TC702"],
])("%s is no document, and ends with 1", async (name, text, code) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  expect(await runCommandLine(["verify", source, "--url", path])).toBe(1);
  expect(printed.stderr).toContain(code);
  expect(printed.stdout).toBe("");
});

test.each([
  "https://chain-abc123.api.baseten.co/environments/production/run_remote",
  "https://chain-abc123-eu.api.baseten.co/run_remote",
  "https://chain-abc123.api.baseten.co",
  "https://chain-abc123.api.baseten.co/development/websocket",
  "http://127.0.0.1:9/production/async_run_remote",
])("%s, where a chain is called, is refused without being asked", async (url) => {
  expect(await runCommandLine(["verify", source, "--url", url])).toBe(2);
  expect(printed.stderr).toContain("--url is the address where the chain is called, which does not tell its types.");
});

test("a chain that cannot be reached is a diagnostic, and ends with 1", async () => {
  const url = await withMock({ signature: signatureOf(hello) }, (server) => Promise.resolve(server.url));
  expect(await runCommandLine(["verify", source, "--url", url])).toBe(1);
  expect(printed.stderr).toContain("TC701");
  expect(printed.stderr).toContain("= fix: check the address, and that the chain is running");
  expect(printed.stdout).toBe("");
});

test("a source that cannot be read is not compared", async () => {
  const nothing = join(folder, "nothing.py");
  expect(await runCommandLine(["verify", nothing, "--url", "http://127.0.0.1:9"])).toBe(1);
  expect(printed.stderr).toContain("TC101");
});

test.each([
  [["verify", source], "Give --url, the address of the chain's container"],
  [["verify", source, "--url", ""], "--url is the http(s) address of the chain's container"],
  [["verify", source, source, "--url", "http://localhost"], "Unknown argument"],
  [["verify", "--url", "http://localhost"], "Name a source"],
  [["verifi", source], "did you mean verify?"],
])("a command line that cannot be used ends with 2 and says why: %j", async (argv, message) => {
  expect(await runCommandLine(argv)).toBe(2);
  expect(printed.stderr).toContain(message);
});
