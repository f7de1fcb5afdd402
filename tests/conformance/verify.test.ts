import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryHost } from "../../packages/codegen/src/read/hosts/memory-host.js";
import { readSource } from "../../packages/codegen/src/read/read-source.js";
import type { ChainToVerify } from "../../packages/codegen/src/verify/compare-chain.js";
import { schemaUrl } from "../../packages/codegen/src/verify/schema-url.js";
import { verifyChain } from "../../packages/codegen/src/verify/verify-chain.js";
import { recordedChainFile } from "../support/recordings.js";
import { type ModelServer, startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

/** Chains that are served, each with an edit of its source and the place where it shows. */
const chains = [
  { chainFile: "nested_chain.py", entrypoint: "Nested", old: "lives: int", edited: "lives: str", place: "lives" },
  { chainFile: "numpy_chain.py", entrypoint: "Numpy", old: "msg: str", edited: "msg: int", place: "output.msg" },
  { chainFile: "stream_chain.py", entrypoint: "StreamStr", old: "n: int", edited: "n: str", place: "input.n" },
  { chainFile: "ws_chain.py", entrypoint: "Echo", old: "websocket: chains.WebSocketProtocol", edited: "n: int" },
].map(({ chainFile, ...chain }) => ({ ...chain, chainFile: recordedChainFile(chainFile) }));

const decimals = {
  chainFile: fileURLToPath(new URL("../../packages/codegen/test/verify/decimals/decimals_chain.py", import.meta.url)),
  entrypoint: "Decimals",
  old: "Field(ge=0)",
  edited: "Field(ge=2)",
  place: "money.amount",
};

function readChain(text: string, entrypoint: string): ChainToVerify {
  const options = { entrypoint, documentedResult: true };
  const { signature, documentedResult, diagnostics } = readSource(
    memoryHost({ "chain.py": text }),
    "chain.py",
    options,
  );
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { signature, ...(documentedResult === undefined ? {} : { documentedResult }) };
}

describe.each([...chains, decimals])(
  "the source of $entrypoint and the real model server",
  ({ chainFile, entrypoint, ...edit }) => {
    const text = readFileSync(chainFile, "utf8");
    let server: ModelServer;

    beforeAll(async () => {
      const python = await preparePythonEnvironment();
      server = await startModelServer({ python, chainFile, entrypoint });
    });
    afterAll(() => server?.stop());

    it("agree, and so does the signature alone", async () => {
      const chain = readChain(text, entrypoint);
      for (const client of [chain, { signature: chain.signature }]) {
        const verified = await verifyChain(client, schemaUrl(server.url), undefined);
        expect(verified).toMatchObject({ ok: true, verification: { diff: { changes: [] } } });
      }
    });

    it("differ where the source was edited since", async () => {
      const chain = readChain(text.replace(edit.old, edit.edited), entrypoint);
      const verified = await verifyChain(chain, schemaUrl(server.url), undefined);
      if (edit.place === undefined) {
        expect(verified).toMatchObject({ ok: false, diagnostics: [{ code: "TC702" }] });
      } else {
        const places = verified.ok ? verified.verification.diff.changes.map(({ place }) => place) : [];
        expect(places).toContainEqual(expect.stringContaining(edit.place));
      }
    });
  },
);
