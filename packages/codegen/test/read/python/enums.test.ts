import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

/** The values of an enumeration with this body, as pydantic lists them. */
function valuesOf(body: string): unknown {
  const code = `import enum\nimport pydantic\nimport truss_chains as chains\nclass E(enum.Enum):\n    ${body}\n`;
  const model = "class M(pydantic.BaseModel):\n    e: E\n";
  const chain = `${model}class A(chains.ChainletBase):\n    async def run_remote(self) -> M: ...\n`;
  const { signature } = readPythonSource(memoryHost({ "chain.py": code + chain }), "chain.py", {});
  const definitions = typeof signature?.output === "object" ? signature.output.$defs : undefined;
  return definitions?.["E"];
}

test.each([
  ["A = 1; B = 2", { title: "E", description: "`A` is 1, `B` is 2.", enum: [1, 2], type: "integer" }],
  ["A, B = 1, 2", { title: "E", description: "`A` is 1, `B` is 2.", enum: [1, 2], type: "integer" }],
  ["A = 1.0; B = 2.5; C = 1", { title: "E", description: "`A` is 1, `B` is 2.5.", enum: [1, 2.5, 1], type: "number" }],
  ["A = 1; B = 'b'", { title: "E", enum: [1, "b"] }],
  ["A = True; B = 2", { title: "E", enum: [true, 2] }],
  ["(A, B) = ('x', 'y')", { title: "E", enum: ["x", "y"], type: "string" }],
  [
    "A, (B, C) = 1, (2, 3)",
    { title: "E", description: "`A` is 1, `B` is 2, `C` is 3.", enum: [1, 2, 3], type: "integer" },
  ],
  ["A, B = make()", { title: "E" }],
  ["A, *B = 1, 2, 3", { title: "E" }],
  [
    "A = enum.member(1); B = enum.nonmember(2); f = lambda self: 3",
    { title: "E", description: "`A` is 1.", enum: [1], type: "integer" },
  ],
])("the members that `%s` makes are read, or none is listed where one is not known", (body, schema) => {
  expect(valuesOf(body)).toStrictEqual(schema);
});

test("a member that a `__new__` makes is known to no default either", () => {
  const body = "A = 'a', 1\n    def __new__(cls, *given): ...";
  const code = `import enum\nimport pydantic\nimport truss_chains as chains\nclass E(enum.Enum):\n    ${body}\n`;
  const model = "class M(pydantic.BaseModel):\n    e: E = E.A\n";
  const chain = `${model}class A(chains.ChainletBase):\n    async def run_remote(self, m: M) -> str: ...\n`;
  const { signature, diagnostics } = readPythonSource(memoryHost({ "chain.py": code + chain }), "chain.py", {});
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual(["TC214"]);
  expect(signature?.input?.$defs?.["M"]).toMatchObject({ properties: { e: { $ref: "#/$defs/E" } } });
  expect(JSON.stringify(signature?.input)).not.toContain("default");
});
