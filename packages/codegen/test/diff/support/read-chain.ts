import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readSource } from "../../../src/read/read-source.js";
import type { ChainSignature } from "../../../src/signature.js";
import { emitClient, planClient } from "../../emit/support/client.js";

/** What sources of the tables may use without importing it. */
const imports = `import datetime
import enum
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

import pydantic
import truss_chains as chains
from pydantic import BaseModel, ConfigDict, Field, computed_field
from truss_chains import streaming
from typing_extensions import NotRequired, TypedDict

`;

/** Reads a Python source as the command does. A source that is wrong is a mistake of the test. */
export function readPython(source: string): ChainSignature {
  const { signature, diagnostics } = readSource(memoryHost({ "scorer.py": imports + source }), "scorer.py", {});
  if (signature === undefined || diagnostics.length > 0) {
    throw new Error(`${diagnostics.map(({ message }) => message).join("\n")}\n${source}`);
  }
  return signature;
}

/** The text of the module that is generated from a signature. */
export async function moduleText(signature: ChainSignature): Promise<string> {
  const { modules } = planClient([{ signature, source: "scorer.py", chainId: "abc123" }]);
  const files = await emitClient(modules, { importExtension: "js" });
  return [...files].flatMap(([path, text]) => (path === "index.ts" ? [] : [text])).join("\n");
}
