import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import { columns, readTarget } from "./pydantic-cases.js";

const head = `import collections, dataclasses, ipaddress, json
from typing import *
from pydantic import BaseModel, Field, Json, RootModel, Secret
import dataclasses
`;

function readField(annotation: string) {
  return readTarget(`${head}class M(BaseModel):\n    x: ${annotation}\n`, "M", columns.validation);
}

function codesOf(annotation: string): readonly string[] {
  return readField(annotation).diagnostics.map(({ code, severity }) => `${code} ${severity}`);
}

/** As Python and pydantic answered for each of them. */
const wrongCounts = ["dict[str]", "Dict[str]", "List[int, str]", "Optional[int, str]", "Union[()]", "Annotated[int]"]
  .concat(["Mapping[int]", "collections.OrderedDict[int]", "Set[int, str]", "Counter[int, int]", "Final[int, int]"])
  .concat([
    "int[str]",
    "Any[int]",
    "ipaddress.IPv4Address[int]",
    "Json[int, int]",
    "Secret",
    "Optional",
    "Literal[()]",
  ]);
const rightCounts = [
  "dict[str, int]",
  "Union[int]",
  "Tuple[()]",
  "Tuple[int, ...]",
  "Dict",
  "list",
  "Json",
  "list[int]",
];
const values = ["any", "list[any]", "len", "range", "Exception", "1", "[int]", "(int, str)", "True", "json", "b'x'"];

describe("a type that Python or pydantic refuses is an error", () => {
  test.each(wrongCounts)("too many or too few types: %s", (annotation) => {
    expect(codesOf(annotation)).toStrictEqual(["TC212 error"]);
  });

  test.each(values)("a value in place of a type: %s", (annotation) => {
    expect(codesOf(annotation)).toStrictEqual(["TC212 error"]);
  });

  test.each(rightCounts)("and no other: %s", (annotation) => {
    expect(codesOf(annotation)).toStrictEqual([]);
  });

  test("the message says how many there are, and how many it takes", () => {
    expect(readField("Optional[int, str]").diagnostics[0]?.message).toBe(
      "Python refuses the type `Optional[…]`: it takes 1 type, and has 2",
    );
  });
});

describe("a default that pydantic cannot write, or that is of another type, is spoken of", () => {
  test.each([
    ['bytes = b"\\xff"', ["TC212 error"]],
    ['list[bytes] = [b"\\xff"]', ["TC212 error"]],
    ['bytes = b"abc"', []],
    ['int = "three"', ["TC230 warning"]],
    ["str = 1", ["TC230 warning"]],
    ["int = 1.5", ["TC230 warning"]],
    ["Optional[int] = 'x'", ["TC230 warning"]],
    ["float = 1", []],
    ["complex = 1", []],
    ["Any = 'x'", []],
    ["int = True", []],
    ["Union[int, str] = 'x'", []],
  ])("%s", (annotation, codes) => {
    expect(codesOf(annotation)).toStrictEqual(codes);
  });
});

test.each([
  ["2 ** -1", 0.5],
  ["round(1.2345, 2)", 1.23],
  ["[round(2.5), round(3.5), round(2.675, 2), round(0.125, 2)]", [2, 4, 2.67, 0.12]],
  ['ipaddress.IPv4Address("1.2.3.4")', "1.2.3.4"],
  ['ipaddress.IPv6Address("2001:db8:0:0:0:0:2:1")', "2001:db8::2:1"],
  ['ipaddress.ip_address("::0001")', "::1"],
])("a constant is worked out: %s", (value, expected) => {
  expect(readField(`Any = ${value}`).schema.properties?.["x"]).toStrictEqual({ default: expected, title: "X" });
});

describe("classes are read as pydantic reads them", () => {
  function fieldsOf(code: string): readonly string[] {
    const { schema, diagnostics } = readTarget(`${head}${code}\n`, "D", columns.validation);
    expect(diagnostics).toStrictEqual([]);
    return Object.keys(schema.properties ?? {});
  }

  test.each([
    [
      "a field",
      "@dataclasses.dataclass",
      "x: int\n    y: int = dataclasses.field(default=1, kw_only=True)\n    z: int = 3",
      "xzy",
    ],
    [
      "a marker",
      "@dataclasses.dataclass",
      "x: int = 1\n    _: dataclasses.KW_ONLY\n    y: int\n    z: int = dataclasses.field(default=3, kw_only=False)",
      "xzy",
    ],
    [
      "the class",
      "@dataclasses.dataclass(kw_only=True)",
      "x: int\n    y: int = 1\n    z: int = dataclasses.field(default=3, kw_only=False)",
      "zxy",
    ],
  ])("what is given by keyword comes last, as %s says", (_title, decorator, body, order) => {
    expect(fieldsOf(`${decorator}\nclass D:\n    ${body}`).join("")).toBe(order);
  });

  test("fields may stand in statements that always run", () => {
    const body = [
      "try:\n        a: int\n    except Exception: pass",
      "with open('x'):\n        b: int",
      "if TYPE_CHECKING:\n        z: int\n    else:\n        c: int",
    ];
    expect(fieldsOf(`class D(BaseModel):\n    ${body.join("\n    ")}\n    d: int`).join("")).toBe("abcd");
  });

  test.each([
    ["x: int\n    x = 5", { title: "X", type: "integer", default: 5 }],
    ["x = 5\n    x: int", { title: "X", type: "integer", default: 5 }],
    ["x: int = 5\n    x: str", { title: "X", type: "string", default: 5 }],
  ])("what is said of a field again is laid over what was said before: %s", (body, field) => {
    const { schema } = readTarget(`${head}class D(BaseModel):\n    ${body}\n`, "D", columns.validation);
    expect(schema.properties).toStrictEqual({ x: field });
  });

  test.each([
    ["class D(BaseModel): pass", true],
    ["class D(RootModel[int]): pass", true],
    ["@dataclasses.dataclass\nclass D: pass", true],
    ["class D(TypedDict): pass", undefined],
  ])("one that is marked as deprecated says so, and so do those that have its attributes: %s", (code, inherited) => {
    const marked = `${head}import typing_extensions\n@typing_extensions.deprecated("use another")\n${code}\n`;
    expect(readTarget(marked, "D", columns.validation).schema.deprecated).toBe(true);
    const derived = code.replace(/D(\([\w[\]]+\))?:/, "E(D):");
    expect(readTarget(`${marked}${derived}\n`, "E", columns.validation).schema.deprecated).toBe(inherited);
  });

  test("a field does not repeat the default, title and description of its type", () => {
    const code = `${head}class Root(RootModel[dict[str, int]]):
    root: dict[str, int] = {}
class A(BaseModel):
    "doc"
class M(BaseModel):
    a: Root = Root({})
    b: Root = Root({"k": 1})
    c: A = Field(title="A", description="doc")
`;
    expect(readTarget(code, "M", columns.validation).schema.properties).toStrictEqual({
      a: { $ref: "#/$defs/Root" },
      b: { $ref: "#/$defs/Root", default: { k: 1 } },
      c: { $ref: "#/$defs/A" },
    });
  });

  test("a named tuple has the defaults that it is made with", () => {
    const code = `${head}P = collections.namedtuple("P", ["x", "y"], defaults=[3])\n`;
    expect(readTarget(code, "P", columns.validation)).toStrictEqual({
      schema: { type: "array", prefixItems: [{ title: "X" }, { default: 3, title: "Y" }], minItems: 1, maxItems: 2 },
      diagnostics: [],
    });
  });
});

test.each([
  [
    "(self, a: Optional[str] = None) -> int: ...",
    "truss does not accept the type of `a`: `Optional[…]` is a union, but truss takes one type",
    "put it inside a pydantic model",
  ],
  [
    "(self, a: dict) -> int: ...",
    "truss does not accept the type of `a`: `dict` does not say what it holds",
    "write `dict[str, …]`",
  ],
  ["(self, a: list[list[int]]) -> int: ...", "`list[…]` is inside another container", "put it inside a pydantic model"],
  ["(self, a: chains.EngineBuilderLLMInput) -> int: ...", "is truss's own", "`--introspect`"],
  ["e(self) -> int: ...", "has no `run_remote`", "rename `run_remotee` to `run_remote`"],
])("what is refused is said with why and what to do: %s", (signature, message, help) => {
  const code = `import truss_chains as chains\nfrom typing import *\nclass A(chains.ChainletBase):\n    async def run_remote${signature}\n`;
  const [first] = readPythonSource(memoryHost({ "chain.py": code }), "chain.py", {}).diagnostics;
  expect(first?.message).toContain(message);
  expect(first?.help).toContain(help);
});

test("what a method with a `yield` returns is refused once, whatever type it is", () => {
  const code = `import truss_chains as chains\nfrom typing import *\nclass A(chains.ChainletBase):\n    async def run_remote(self) -> AsyncGenerator[str, None]:\n        yield "a"\n`;
  const { diagnostics } = readPythonSource(memoryHost({ "chain.py": code }), "chain.py", {});
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual(["TC224"]);
});
