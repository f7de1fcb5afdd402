import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

interface TrussCase {
  readonly accepted: boolean;
  readonly source: string;
  readonly generated?: string;
}

const file = new URL("../../../../../fixtures/truss/types.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, TrussCase>>;

/** What truss takes and then breaks at run time, each with the code that refuses it here. */
const broken: Readonly<Record<string, string>> = {
  "positional-only": "TC209",
  "*args": "TC209",
  "**kwargs": "TC209",
  "param with leading underscore": "TC209",
  "param named inputs / request / self_": "TC209",
  "tuple[int] return": "TC217",
};

const head = `
import collections.abc, datetime, enum, typing
from collections.abc import AsyncIterator as AI, Iterator as It
from typing import Any, Dict, Generic, List, Literal, Optional, TypeVar, Union
import numpy as np
import pydantic
import truss_chains as chains
from truss_chains import pydantic_numpy

T = TypeVar("T")

class M(pydantic.BaseModel):
    x: int = 1

class R(pydantic.RootModel[list[int]]):
    pass

class G(pydantic.BaseModel, Generic[T]):
    x: T

class E(enum.Enum):
    A = "a"

class C(chains.ChainletBase):
`;

function read({ source }: TrussCase, lenient = false) {
  const text = head + source.replaceAll(/^/gm, "    ");
  return readPythonSource(memoryHost({ "c.py": text }), "c.py", { lenient });
}

/** The arguments that truss generates a field for, and those without a default. */
function fieldsOf({ generated = "" }: TrussCase) {
  const fields = [...generated.matchAll(/^ {4}(\w+): (.*)$/gm)];
  const required = fields.filter(([, , type = ""]) => !/= None$/.test(type));
  return { names: fields.map(([, name]) => name), required: required.map(([, name]) => name) };
}

describe("a signature of truss's own table", () => {
  test.each(Object.entries(cases))("%s has the verdict that truss gives", (name, trussCase) => {
    const { signature, diagnostics } = read(trussCase);
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
    const code = broken[name];
    if (code !== undefined) expect(errors).toContain(code);
    else expect(errors.length === 0).toBe(trussCase.accepted);
    if (code !== undefined || !trussCase.accepted || signature?.transport !== "json") return;
    const { properties = {}, required = [] } = signature.input ?? {};
    expect({ names: Object.keys(properties), required }).toStrictEqual(fieldsOf(trussCase));
  });

  test("is read all the same where the reader is lenient", () => {
    const { signature, diagnostics } = read(
      { accepted: false, source: "async def run_remote(self, a: Any) -> int: ..." },
      true,
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toStrictEqual([["TC216", "warning"]]);
    expect(signature).toBeDefined();
  });
});

test.each([
  ["L", "int", true],
  ["list[L]", "int", false],
  ["Table", "int", false],
  ["Choice", "int", false],
  ["Bar", "int", false],
  ["Text", "int", false],
  ["list[Short]", "int", false],
  ["Other", "int", true],
  ["list[Filled]", "int", true],
  ["int", "Pair", true],
  ["Pair", "int", false],
  ["int", "Stream", true],
])("a name of the module counts as what it stands for: %s -> %s", (argument, result, accepted) => {
  const names = [
    "L = list[int]",
    "Table = list[list[int]]",
    "Choice = Union[int, str]",
    "Bar = int | None",
    'Text = "int"',
    "Short = typing.Annotated[M, 1]",
    "Other = M",
    "Filled = G[int]",
    "Pair = tuple[int, str]",
    "Stream = typing.AsyncIterator[str]",
  ];
  const chain = `class A(chains.ChainletBase):\n    async def run_remote(self, a: ${argument}) -> ${result}: ...\n`;
  const text = `${head.replace("class C(chains.ChainletBase):\n", "")}${names.join("\n")}\n${chain}`;
  const { diagnostics } = readPythonSource(memoryHost({ "c.py": text }), "c.py", {});
  expect(diagnostics.map(({ code }) => code)).toStrictEqual(accepted ? [] : ["TC216"]);
});
