import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

const head = "from typing import Literal, Optional\nfrom pydantic import BaseModel\n";
const meta = "class Meta(BaseModel):\n    k: str\n";
const base = 'class Base(BaseModel):\n    metas: "dict[str, Meta]" = {}\n';
const sub = "class Sub(Base):\n    x: int = 1\n";

/** The codes of what is reported of a chain that takes `Sub`, which is declared by this text. */
function codesOf(files: Readonly<Record<string, string>>, text: string): readonly string[] {
  const chain = `import truss_chains as chains\n${head}${text}\nclass Hello(chains.ChainletBase):\n    async def run_remote(self, s: Sub) -> str: ...\n`;
  const { diagnostics } = readPythonSource(memoryHost({ ...files, "chain.py": chain }), "chain.py", {});
  return diagnostics.map(({ code }) => code);
}

// Where pydantic then fails ("not fully defined") was tried with 2.6, 2.9, 2.10, 2.11 and 2.13; 2.11 alone also does at a class between.
test.each<[string, Record<string, string>, string, readonly string[]]>([
  ["in a text", { "base.py": head + base + meta }, `from base import Base\n${sub}`, ["TC210"]],
  [
    "where all annotations are texts",
    { "base.py": `from __future__ import annotations\n${head}${base.replaceAll('"', "")}${meta}` },
    `import base\n${sub.replace("Base", "base.Base")}`,
    ["TC210"],
  ],
  [
    "through a class between, in another module",
    { "base.py": head + base + meta, "mid.py": "from base import Base\nclass Mid(Base):\n    y: int = 1\n" },
    `from mid import Mid\n${sub.replace("Base", "Mid")}`,
    ["TC210"],
  ],
  [
    "that a class between sees",
    { "base.py": `${head}${base}${meta}class Mid(Base):\n    y: int = 1\n` },
    `from base import Mid\n${sub.replace("Base", "Mid")}`,
    [],
  ],
  ["that stands before", { "base.py": head + meta + base }, `from base import Base\n${sub}`, []],
  ["that is imported", { "base.py": head + base + meta }, `from base import Base, Meta\n${sub}`, []],
  [
    "where the base is rebuilt",
    { "base.py": `${head}${base}${meta}Base.model_rebuild()\n` },
    `from base import Base\n${sub}`,
    [],
  ],
  ["in the same module", {}, `${base}${meta}${sub}`, []],
  ["that is its own", { "base.py": `${head}${base.replace("Meta", "Base")}` }, `from base import Base\n${sub}`, []],
  [
    "that is a value",
    { "base.py": `${head}${base.replace('"dict[str, Meta]" = {}', 'Literal["Meta"] = "Meta"')}${meta}` },
    `from base import Base\n${sub}`,
    [],
  ],
])(
  "a name that a base's module binds after the base is reported where pydantic does not find it: %s",
  (_, files, text, codes) => {
    expect(codesOf(files, text)).toStrictEqual(codes);
  },
);
