import { expect, test } from "vitest";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";

const host = memoryHost({
  "app/chains/chain.py": `import sys
sys.path.append("../lib")
import truss_chains as chains
from models import Params

class Hello(chains.ChainletBase):
    async def run_remote(self, params: Params) -> str: ...
`,
  "app/lib/models.py": "import pydantic\n\nclass Params(pydantic.BaseModel):\n    top_k: int\n",
});

test("what lies in the folder of a config is of its project, whatever the config is called", () => {
  const { signature, diagnostics } = readSource(host, "app/chains/chain.py", { project: "app" });
  expect(diagnostics).toStrictEqual([]);
  expect(signature?.input?.["$defs"]).toHaveProperty("Params");
});

test("without it, the file's own folder is the project, and what lies beside it is not read", () => {
  const { diagnostics } = readSource(host, "app/chains/chain.py");
  expect(diagnostics.map(({ code }) => code)).toContain("TC210");
});
