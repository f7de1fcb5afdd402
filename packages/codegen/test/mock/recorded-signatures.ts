import { fileURLToPath } from "node:url";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { readPythonSource } from "../../src/read/python/read-python.js";
import type { ChainSignature } from "../../src/signature.js";

const host = diskHost(fileURLToPath(new URL("../../../../fixtures/wire/chains/", import.meta.url)));
const chains = ["hello", "defaults", "nested", "containers", "scalars", "noarg"];

function readSignature(file: string): ChainSignature {
  const { signature, diagnostics } = readPythonSource(host, file, {});
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return signature;
}

/** The signatures of the chains behind the recordings, under the names of their files. */
export const recordedSignatures: ReadonlyMap<string, ChainSignature> = new Map(
  chains.map((name) => [`${name}_chain.py`, readSignature(`${name}_chain.py`)]),
);
