import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import type { SourceReading } from "../../../src/read/read-result.js";
import { readSource } from "../../../src/read/read-source.js";

const chain = `import truss_chains as chains
import torch
from pydantic import BaseModel
from lib import Custom, Sized
from shapes import Box

class M(BaseModel):
    tensor: torch.Tensor
    custom: Custom | None = None
    sized: Sized[int]
    box: Box

class C(chains.ChainletBase):
    def run_remote(self, m: M) -> M: ...
`;
const shapes = "class Box:\n    @classmethod\n    def __get_pydantic_core_schema__(cls, source, handler): ...\n";
const given = {
  "torch.Tensor": { type: "array", items: { type: "number" }, description: "Rows." },
  "lib.Custom": { type: "string", format: "custom" },
  "lib.Sized": { type: "integer" },
  "shapes.Box": { type: "boolean" },
};

function read(types: unknown, options: { readonly strict?: boolean } = {}): SourceReading {
  const files = { "chain.py": chain, "shapes.py": shapes, "types.json": JSON.stringify(types), "other.json": "{}" };
  return readSource(memoryHost(files), "chain.py", { types: "types.json", ...options });
}

test("types of other libraries are what the user says, wherever they stand", () => {
  const { signature, diagnostics, filesRead } = read(given, { strict: true });
  expect(diagnostics).toStrictEqual([]);
  expect(signature?.input?.$defs?.["M"]).toMatchObject({
    properties: {
      tensor: { type: "array", items: { type: "number" }, description: "Rows.", title: "Tensor" },
      custom: { anyOf: [{ type: "string", format: "custom" }, { type: "null" }], default: null },
      sized: { type: "integer" },
      box: { type: "boolean" },
    },
  });
  expect(filesRead).toContain("types.json");
});

test("types that are left open are told of", () => {
  const { diagnostics, signature } = read({ ...given, "lib.Custom": { required: ["a"] } });
  expect(diagnostics).toMatchObject([{ code: "TC120", severity: "warning", location: { file: "types.json" } }]);
  expect(signature).toBeDefined();
});

test("what nobody says anything of is a warning, and an error where asked for", () => {
  const codes = ({ diagnostics }: SourceReading) => diagnostics.map(({ code, severity }) => `${code} ${severity}`);
  expect(codes(read({}))).toStrictEqual(["TC210 warning", "TC210 warning", "TC210 warning", "TC214 warning"]);
  const strict = read({}, { strict: true });
  expect(codes(strict)).toStrictEqual(["TC210 error", "TC210 error", "TC210 error", "TC214 error"]);
  expect(strict.signature).toBe(undefined);
});

test.each([
  ["no object", [], "the file is not an object"],
  [
    "a schema that refers to another",
    { "lib.Custom": { $ref: "other.json" } },
    'the schema of "lib.Custom" is not self-contained',
  ],
  ["a schema that is none", { "lib.Custom": { type: 3 } }, undefined],
])("%s is an error", (_title, types, message) => {
  const errors = read(types).diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length).toBeGreaterThan(0);
  if (message !== undefined) expect(errors[0]).toMatchObject({ code: "TC240", message });
});

describe("the help for a type that cannot be resolved", () => {
  const helpOf = (statement: string, type: string, types: unknown = {}): string | undefined => {
    const code = `import truss_chains as chains\nfrom pydantic import BaseModel\n${statement}\nclass M(BaseModel):\n    a: ${type}\n`;
    const end = "class C(chains.ChainletBase):\n    def run_remote(self, m: M) -> None: ...\n";
    const host = memoryHost({ "chain.py": code + end, "types.json": JSON.stringify(types) });
    return readSource(host, "chain.py", { types: "types.json" }).diagnostics[0]?.help;
  };

  test.each([
    ["import numpy as np", "np.float32", "numpy.float32"],
    ["from numpy import ndarray as Array", "Array", "numpy.ndarray"],
    ["from PIL import Image", "Image.Image", "PIL.Image.Image"],
    ["import lib.sub", "lib.sub.Thing", "lib.sub.Thing"],
    ["from truss_chains import EngineBuilderLLMInput as Given", "Given", "truss_chains.EngineBuilderLLMInput"],
  ])("names the key that it goes by: %s, %s", (statement, type, key) => {
    const help = helpOf(statement, type);
    expect(help).toContain(`say with \`--types\` what it is, by the key "${key}"`);
    expect(help).not.toContain("or or");
  });

  test.each([
    ["its short name", "np.float32"],
    ["a slip of the pen", "numpy.flaot32"],
  ])("names the key that was given in its place: %s", (_kind, given) => {
    const help = helpOf("import numpy as np", "np.float32", { [given]: { type: "number" } });
    expect(help).toContain(`by the key "numpy.float32", not "${given}"`);
  });

  test.each([
    ["import torch", "torch.Tensor", "use `NumpyArrayField` of `truss_chains.pydantic_numpy`, or a list of floats"],
    ["import pandas as pd", "pd.DataFrame", "use a list of models"],
    ["from PIL.Image import Image", "Image", "use `bytes`"],
  ])(
    "says what to use in place of a well-known library's, which is no module of the user's: %s",
    (statement, type, advice) => {
      const help = helpOf(statement, type);
      expect(help?.startsWith(advice)).toBe(true);
      expect(help).not.toContain("--root");
    },
  );
});
