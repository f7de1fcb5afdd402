import { existsSync, readFileSync } from "node:fs";
import { readPythonSource } from "../../src/read/python/read-python.js";
import type { SourceHost } from "../../src/read/source-host.js";
import type { ChainSignature } from "../../src/signature.js";

const folder = new URL("../../../../fixtures/wire/chains/", import.meta.url);
const chains = ["hello", "defaults", "nested", "containers", "scalars", "noarg"];

const host: SourceHost = {
  read: (path) => {
    if (!host.exists(path)) return { ok: false, reason: "missing" };
    return { ok: true, bytes: readFileSync(new URL(path, folder)) };
  },
  exists: (path) => existsSync(new URL(path, folder)),
  list: () => [],
};

function readSignature(file: string): ChainSignature {
  const { signature, diagnostics } = readPythonSource(host, file, {});
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return signature;
}

/** The signatures of the chains behind the recordings, under the names of their files. */
export const recordedSignatures: ReadonlyMap<string, ChainSignature> = new Map(
  chains.map((name) => [`${name}_chain.py`, readSignature(`${name}_chain.py`)]),
);
