import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { introspectSource } from "../../../src/read/introspect/introspect.js";

const host = memoryHost({ "chain.py": "", "chain.pyi": "", "chain.json": "{}" });
const document = {
  formatVersion: 1,
  name: "Hello",
  transport: "json",
  input: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
  output: { type: "string" },
};

/** A command that stands in for Python: it runs JavaScript, in which `request` is what the exporter would be asked. */
function fakePython(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), "typed-chains-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const command = join(folder, "python.cjs");
  const lines = [
    `#!${process.execPath}`,
    "const request = JSON.parse(process.argv[3]);",
    'const write = (report) => require("node:fs").writeFileSync(request.report, report);',
    code,
  ];
  writeFileSync(command, lines.join("\n"));
  chmodSync(command, 0o755);
  return command;
}

function reporting(report: unknown): string {
  return fakePython(`write(${JSON.stringify(JSON.stringify(report))});`);
}

function introspect(python: string, options = {}, timeoutMs = 60_000) {
  return introspectSource(host, "chain.py", options, { python, timeoutMs });
}

describe("a source that cannot be imported is refused before any interpreter runs", () => {
  test.each([
    ["missing.py", "TC101"],
    ["chain.pyi", "TC105"],
    ["chain.json", "TC105"],
  ])("%s", async (path, code) => {
    const { diagnostics, filesRead } = await introspectSource(host, path, {}, { python: fakePython("") });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([code]);
    expect(filesRead).toStrictEqual([path]);
  });
});

describe("an interpreter that is none", () => {
  test("is said not to exist", async () => {
    const { diagnostics } = await introspect("no-such-python");
    expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
      ["TC231", "There is no Python interpreter `no-such-python`"],
    ]);
  });

  test("is said not to be runnable", async () => {
    const { diagnostics } = await introspect(tmpdir());
    expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
      ["TC231", `The Python interpreter \`${tmpdir()}\` cannot be run (EACCES)`],
    ]);
  });

  test("is shown with how it ended and the end of what it printed", async () => {
    const python = fakePython('for (let i = 0; i < 20; i += 1) console.error("line", i); process.exitCode = 127;');
    const { diagnostics, signature } = await introspect(python);
    expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
      ["TC231", `\`${python}\` does not run Python code: it ended with exit code 127`],
    ]);
    expect(diagnostics[0]?.notes).toStrictEqual(Array.from({ length: 12 }, (_, index) => `line ${index + 8}`));
    expect(signature).toBeUndefined();
  });

  test("is ended where it does not end", async () => {
    const python = fakePython('console.log("waiting"); setInterval(() => {}, 1000);');
    const { diagnostics } = await introspect(python, {}, 2_000);
    expect(diagnostics.map(({ code, notes }) => [code, notes])).toStrictEqual([["TC236", ["waiting"]]]);
  });
});

test.each([
  ["python-too-old", "TC232"],
  ["truss-missing", "TC233"],
  ["pydantic-too-old", "TC234"],
])("an interpreter that lacks what is needed is said to: %s", async (kind, code) => {
  const problem = { kind, message: "what is wrong", file: null, line: null, details: [] };
  const { diagnostics, signature } = await introspect(reporting({ problems: [problem], files: [] }));
  expect(diagnostics.map((found) => [found.code, found.severity])).toStrictEqual([[code, "error"]]);
  expect(diagnostics[0]?.message).toContain("what is wrong");
  expect(signature).toBeUndefined();
});

describe("a report that is none", () => {
  test.each([
    ["no JSON", "nonsense"],
    ["no report", "[]"],
    ["no document", '{ "problems": [], "document": 1 }'],
    ["a document of another format", '{ "problems": [], "document": { "formatVersion": 2 } }'],
    ["a document without its parts", JSON.stringify({ problems: [], document: { ...document, input: undefined } })],
    ["a schema that is none", JSON.stringify({ problems: [], document: { ...document, output: { type: 1 } } })],
    ["an unknown problem", '{ "problems": [{ "kind": "constructor", "message": "x" }] }'],
    ["a problem that is none", '{ "problems": [1] }'],
  ])("is refused: %s", async (_, text) => {
    const { diagnostics, signature } = await introspect(fakePython(`write(${JSON.stringify(text)});`));
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC238"]);
    expect(signature).toBeUndefined();
  });
});

describe("a report", () => {
  test("gives the signature, with the source as it was named", async () => {
    const { signature, diagnostics } = await introspect(reporting({ problems: [], document }));
    expect(diagnostics).toStrictEqual([]);
    expect(signature).toStrictEqual({ ...document, source: "chain.py" });
  });

  test("gives the signature under the name that replaces its own", async () => {
    const { signature } = await introspect(reporting({ problems: [], document }), { name: "Given" });
    expect(signature?.name).toBe("Given");
  });

  test("lists imported files as paths from the current folder", async () => {
    const files = ["chain.py", "models/text.py"].map((file) => join(process.cwd(), file));
    const { filesRead } = await introspect(reporting({ problems: [], document, files }));
    expect(filesRead).toStrictEqual(["chain.py", "models/text.py"]);
  });

  test("gives the code and the place of a problem", async () => {
    const problem = {
      kind: "import-failed",
      message: "no",
      file: join(process.cwd(), "a.py"),
      line: 3,
      details: ["x"],
    };
    const { diagnostics } = await introspect(reporting({ problems: [problem] }));
    expect(diagnostics).toStrictEqual([
      {
        code: "TC235",
        severity: "error",
        message: "no",
        location: { file: "a.py", line: 3 },
        help: "make `python <file>` work with the same interpreter, or choose the chain's own with `--python`",
        notes: ["x"],
      },
    ]);
  });

  test("is a warning where only truss refuses the chain, and the reader is lenient", async () => {
    const python = reporting({ problems: [{ kind: "truss-refuses", message: "no" }], document });
    const strict = await introspect(python);
    const lenient = await introspect(python, { lenient: true });
    expect(strict.diagnostics.map(({ severity }) => severity)).toStrictEqual(["error"]);
    expect(lenient.diagnostics.map(({ severity }) => severity)).toStrictEqual(["warning"]);
    expect([strict.signature, lenient.signature?.name]).toStrictEqual([undefined, "Hello"]);
  });
});

test("the exporter is asked for the entrypoint and the roots, and nothing on stdout is taken for its answer", async () => {
  const echo = fakePython(`
    console.log(JSON.stringify({ problems: [], document: 1 }));
    const { source, entrypoint, roots } = request;
    write(JSON.stringify({ problems: [{ kind: "truss-refuses", message: JSON.stringify({ source, entrypoint, roots }) }] }));
  `);
  const { diagnostics } = await introspect(echo, { entrypoint: "Hello", roots: ["src"] });
  expect(diagnostics.map(({ message }) => message)).toStrictEqual([
    '{"source":"chain.py","entrypoint":"Hello","roots":["src"]}',
  ]);
});
