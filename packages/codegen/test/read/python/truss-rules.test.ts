import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileOf, trussProbes } from "../../../../../tests/support/truss-probes/index.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

interface TrussCase {
  readonly accepted: boolean;
  readonly source: string;
  readonly generated?: string;
}

const file = new URL("../../../../../fixtures/truss/types.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, TrussCase>>;

/** What truss takes and then breaks at run time, each with the code that refuses it here. */
const broken: Readonly<Record<string, string>> = {
  "positional-only": "TC209",
  "*args": "TC209",
  "**kwargs": "TC209",
  "param with leading underscore": "TC209",
  "param named inputs / request / self_": "TC209",
  "tuple[int] return": "TC217",
};

const prelude = readFileSync(new URL("prelude.py", file), "utf8");
const head = `${prelude}\nclass C(chains.ChainletBase):\n`;

function read({ source }: TrussCase, lenient = false) {
  const text = head + source.replaceAll(/^/gm, "    ");
  return readPythonSource(memoryHost({ "c.py": text }), "c.py", { lenient });
}

/** The arguments that truss generates a field for, and those without a default. */
function fieldsOf({ generated = "" }: TrussCase) {
  const fields = [...generated.matchAll(/^ {4}(\w+): (.*)$/gm)];
  const required = fields.filter(([, , type = ""]) => !/= None$/.test(type));
  return { names: fields.map(([, name]) => name), required: required.map(([, name]) => name) };
}

describe("a signature of truss's own table", () => {
  test.each(Object.entries(cases))("%s has the verdict that truss gives", (name, trussCase) => {
    const { signature, diagnostics } = read(trussCase);
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
    const code = broken[name];
    if (code !== undefined) expect(errors).toContain(code);
    else expect(errors.length === 0).toBe(trussCase.accepted);
    if (code !== undefined || !trussCase.accepted || signature?.transport !== "json") return;
    const { properties = {}, required = [] } = signature.input ?? {};
    expect({ names: Object.keys(properties), required }).toStrictEqual(fieldsOf(trussCase));
  });

  test("is read all the same where the reader is lenient", () => {
    const { signature, diagnostics } = read(
      { accepted: false, source: "async def run_remote(self, a: Any) -> int: ..." },
      true,
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toStrictEqual([["TC216", "warning"]]);
    expect(signature).toBeDefined();
  });
});

test.each([
  ["L", "int", ""],
  ["list[L]", "int", "TC216"],
  ["Table", "int", "TC216"],
  ["Choice", "int", "TC216"],
  ["Bar", "int", "TC216"],
  ["Text", "int", "TC222"],
  ["list[Short]", "int", "TC216"],
  ["Other", "int", ""],
  ["list[Filled]", "int", ""],
  ["int", "Pair", ""],
  ["Pair", "int", "TC216"],
  ["int", "Stream", ""],
])("a name of the module counts as what it stands for: %s -> %s", (argument, result, code) => {
  const names = [
    "L = list[int]",
    "Table = list[list[int]]",
    "Choice = Union[int, str]",
    "Bar = int | None",
    'Text = "int"',
    "Short = typing.Annotated[M, 1]",
    "Other = M",
    "Filled = G[int]",
    "Pair = tuple[int, str]",
    "Stream = typing.AsyncIterator[str]",
  ];
  const chain = `class A(chains.ChainletBase):\n    async def run_remote(self, a: ${argument}) -> ${result}: ...\n`;
  const text = `${prelude}${names.join("\n")}\n${chain}`;
  const { diagnostics } = readPythonSource(memoryHost({ "c.py": text }), "c.py", {});
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual(code === "" ? [] : [code]);
});

describe("the reader's verdict is truss's", () => {
  test.each(trussProbes)("$title: $codes", (probe) => {
    const host = memoryHost({ ...probe.files, [fileOf(probe)]: probe.source });
    const { signature, diagnostics } = readPythonSource(host, fileOf(probe), {});
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code).sort()).toStrictEqual(probe.codes);
    expect(signature !== undefined).toBe(probe.truss === "works");
  });

  const softened = trussProbes.filter(
    ({ codes }) => codes.length > 0 && !codes.some((code) => /TC20[346]|TC212/.test(code)),
  );
  test.each(softened)("$title: a warning where the reader is lenient", (probe) => {
    const host = memoryHost({ ...probe.files, [fileOf(probe)]: probe.source });
    const { signature, diagnostics } = readPythonSource(host, fileOf(probe), { lenient: true });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
    expect(signature).toBeDefined();
  });
});
