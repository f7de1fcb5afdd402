import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readSource } from "../../../src/read/read-source.js";
import { signatureText } from "../../../src/signature-text.js";

test.each([
  "float = -0.0",
  "list[float] = [-0.0]",
  "float = Field(1.0, ge=-0.0)",
  "float = Field(1.0, examples=[-0.0])",
])("a negative zero is what the document says of it: %s", (field) => {
  const source = `import truss_chains as chains
from pydantic import BaseModel, Field

class Model(BaseModel):
    number: ${field}

class A(chains.ChainletBase):
    async def run_remote(self, model: Model) -> int: ...
`;
  const { signature } = readSource(memoryHost({ "a.py": source }), "a.py", {});
  const text = signatureText(signature ?? expect.unreachable());
  expect(text).toMatch(/(: | )0,?$/m);
  expect(signature).toStrictEqual(JSON.parse(text));
});
