import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

const chain = String.raw`
import pydantic
import truss_chains as chains

class A(pydantic.BaseModel):
    x: str = "#\x000"
    y: str = pydantic.Field(default="#\x00abc", description="#\x001")

class Hello(chains.ChainletBase):
    async def run_remote(self, a: A) -> A: ...
`;

test("a text that looks like a reference in the making is kept as it is", () => {
  const { signature } = readPythonSource(memoryHost({ "chain.py": chain }), "chain.py", {});
  expect(signature?.input?.$defs?.["A"]).toMatchObject({
    properties: {
      x: { default: "#\u00000" },
      y: { default: "#\u0000abc", description: "#\u00001" },
    },
  });
});

test("what stands in a text of JSON alone is among the definitions, and referred to", () => {
  const code = `
import pydantic
import truss_chains as chains

class Part(pydantic.BaseModel):
    size: int

class A(pydantic.BaseModel):
    parts: pydantic.Json[dict[str, Part]]

class Hello(chains.ChainletBase):
    async def run_remote(self, a: A) -> str: ...
`;
  const { signature } = readPythonSource(memoryHost({ "chain.py": code }), "chain.py", {});
  const contentSchema = { type: "object", additionalProperties: { $ref: "#/$defs/Part" } };
  expect(signature?.input?.$defs).toMatchObject({
    A: { properties: { parts: { contentSchema } } },
    Part: { properties: { size: { type: "integer" } } },
  });
});
