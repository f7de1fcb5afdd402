import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { SourceReading } from "../../../src/read/read-result.js";
import type { FrameSchemas, JsonSchema } from "../../../src/signature.js";

function read(files: Readonly<Record<string, string>>): SourceReading {
  return readPythonSource(memoryHost(files), "chain.py", {});
}

/** The code and the line of every diagnostic. */
function problemsOf({ diagnostics }: SourceReading) {
  return diagnostics.map(({ code, severity, location }) => `${severity} ${code} ${location?.file}:${location?.line}`);
}

const head = `from collections.abc import AsyncIterator
import functools
import pydantic
import truss_chains as chains
from truss_chains import streaming
class Item(pydantic.BaseModel):
    word: str
class Head(pydantic.BaseModel):
    at: float
class Foot(pydantic.BaseModel):
    n: int
class Other(pydantic.BaseModel):
    o: int
`;

const full = "streaming.stream_types(Item, header_type=Head, footer_type=Foot)";
const constant = `TYPES = ${full}`;

/** What stands around the body of `run_remote`. */
interface Around {
  /** Before the class. */
  readonly before?: string;
  /** In the class, before the method. */
  readonly members?: string;
  readonly bases?: string;
}

/** A chain whose `run_remote` yields bytes. */
function chain(body: readonly string[], { before = "", members = "", bases = "chains.ChainletBase" }: Around = {}) {
  const indented = members === "" ? "" : `${members.replaceAll(/^/gm, "    ")}\n`;
  const lines = body.map((line) => `        ${line}\n`).join("");
  const method = `    async def run_remote(self, n: int) -> AsyncIterator[bytes]:\n${lines}`;
  return `${head}${before}\n@chains.mark_entrypoint\nclass A(${bases}):\n${indented}${method}`;
}

/** The kinds of frames and the model of each. */
function modelsOf(frames: FrameSchemas | undefined): Readonly<Record<string, unknown>> {
  const reference = (schema: JsonSchema | undefined): unknown => (typeof schema === "object" ? schema.$ref : schema);
  const kinds = (["header", "item", "footer"] as const).filter((kind) => frames?.[kind] !== undefined);
  return Object.fromEntries(kinds.map((kind) => [kind, reference(frames?.[kind])]));
}

const models = { header: "#/$defs/Head", item: "#/$defs/Item", footer: "#/$defs/Foot" };
const write = ["w = streaming.stream_writer(TYPES)", "yield w.yield_item(x)"];

type Case = readonly [title: string, body: readonly string[], around: Around];

const reached: readonly Case[] = [
  ["a constant of the module", write, { before: constant }],
  ["a constant by another name", write, { before: `FIRST = ${full}\nTYPES = FIRST` }],
  ["a constant with an annotation", write, { before: `TYPES: streaming.StreamTypes = ${full}` }],
  ["a call in place", [`yield streaming.stream_writer(${full}).yield_item(x)`], {}],
  ["a keyword", ["w = streaming.stream_writer(", "    types=TYPES,", ")", "yield w"], { before: constant }],
  ["a variable of the body", [`t = ${full}`, "w = streaming.stream_writer(t)", "yield w"], {}],
  ["a variable that is `None` first", ["t = None", `t = ${full}`, "yield streaming.stream_writer(t)"], {}],
  ["an attribute of the class", ["yield streaming.stream_writer(self.TYPES)"], { members: constant }],
  ["an attribute through the class", ["yield streaming.stream_writer(A.TYPES)"], { members: constant }],
  ["an attribute through `type`", ["yield streaming.stream_writer(type(self).TYPES)"], { members: constant }],
  ["an attribute through `__class__`", ["yield streaming.stream_writer(self.__class__.TYPES)"], { members: constant }],
  [
    "an attribute of a base",
    ["yield streaming.stream_writer(self.TYPES)"],
    { before: `class Base:\n    ${constant}`, bases: "Base, chains.ChainletBase" },
  ],
  [
    "an attribute of the instance",
    ["yield streaming.stream_writer(self._types)"],
    { members: `def __init__(self) -> None:\n    self._types = ${full}` },
  ],
  [
    "a writer of the instance",
    ["yield self._writer.yield_item(x)"],
    { members: `def __init__(self) -> None:\n    self._writer = streaming.stream_writer(${full})` },
  ],
  ["a writer of the module", ["yield W.yield_item(x)"], { before: `W = streaming.stream_writer(${full})` }],
  [
    "a helper method",
    ["async for part in self._write(n):", "    yield part"],
    { before: constant, members: "async def _write(self, n):\n    yield streaming.stream_writer(TYPES).yield_item(n)" },
  ],
  [
    "a helper function",
    ["async for part in write(n):", "    yield part"],
    { before: `${constant}\nasync def write(n):\n    yield streaming.stream_writer(TYPES).yield_item(n)` },
  ],
  [
    "a function inside the body",
    ["async def write():", "    yield streaming.stream_writer(TYPES)", "async for part in write():", "    yield part"],
    { before: constant },
  ],
  [
    "an object of another class",
    ["yield Sink().write(n)"],
    {
      before: `class Sink:
    def __init__(self):
        self.w = streaming.stream_writer(${full})
    def write(self, n):
        return self.w.yield_item(n)`,
    },
  ],
  [
    "a function that makes the writer",
    ["w = make()", "yield w.yield_item(x)"],
    { before: `def make():\n    return streaming.stream_writer(${full})` },
  ],
  [
    "a property",
    ["yield self.writer.yield_item(x)"],
    { members: `@functools.cached_property\ndef writer(self):\n    return streaming.stream_writer(${full})` },
  ],
  [
    "an import inside the body",
    ["from truss_chains.streaming import stream_writer as sw", "yield sw(TYPES).yield_item(x)"],
    { before: constant },
  ],
  [
    "a module by another name",
    ["yield s.stream_writer(TYPES)"],
    {
      before: "import truss_chains.streaming as s\nTYPES = s.stream_types(Item, header_type=Head, footer_type=Foot)",
    },
  ],
  [
    "functions by other names",
    ["yield sw(TYPES)"],
    {
      before: `from truss_chains.streaming import stream_writer as sw, stream_types as st
TYPES = st(item_type=Item, footer_type=Foot, header_type=Head)`,
    },
  ],
  [
    "a star import",
    ["yield stream_writer(TYPES)"],
    {
      before: `from truss_chains.streaming import *
TYPES = stream_types(Item, header_type=Head, footer_type=Foot)`,
    },
  ],
  ["the package itself", ["yield chains.streaming.stream_writer(TYPES)"], { before: `TYPES = chains.${full}` }],
  [
    "a variable named as the function",
    ["stream_writer = streaming.stream_writer(TYPES)", "yield stream_writer.yield_item(x)"],
    { before: constant },
  ],
  ["a variable that is the function", ["make = streaming.stream_writer", "yield make(TYPES)"], { before: constant }],
  [
    "each branch of a condition, alike",
    ["if n:", "    w = streaming.stream_writer(TYPES)", "else:", `    w = streaming.stream_writer(${full})`, "yield w"],
    { before: constant },
  ],
  ["a class that has a member named as a module", write, { before: constant, members: "streaming = True" }],
  [
    "the depth of the body",
    [
      "'''Yields.'''",
      "match n:",
      "    case 1:",
      "        with open('x') as f, open('y'):",
      "            yield (w := streaming.stream_writer(TYPES)).yield_item(x)",
    ],
    { before: constant },
  ],
];

describe("a stream of frames", () => {
  test("has the schema of each kind of frame that it declares", () => {
    const { signature, diagnostics } = read({
      "chain.py": chain(write, { before: "TYPES = streaming.stream_types(Item)" }),
    });
    expect(diagnostics).toStrictEqual([]);
    const word = { title: "Word", type: "string" };
    const definition = { title: "Item", type: "object", properties: { word }, required: ["word"] };
    expect(signature).toStrictEqual({
      formatVersion: 1,
      name: "A",
      source: "chain.py",
      transport: "framed-stream",
      input: { title: "AInput", type: "object", properties: { n: { title: "N", type: "integer" } }, required: ["n"] },
      frames: { item: { $ref: "#/$defs/Item", $defs: { Item: definition } } },
    });
  });

  test.each(reached)("is known where it is reached through %s", (_title, body, around) => {
    const reading = read({ "chain.py": chain(body, around) });
    expect(problemsOf(reading)).toStrictEqual([]);
    expect(reading.signature?.transport).toBe("framed-stream");
    expect(modelsOf(reading.signature?.frames)).toStrictEqual(models);
  });

  test.each([
    ["its types are", "from shared import TYPES", "streaming.stream_writer(TYPES)", constant],
    [
      "a class with its types is",
      "from shared import Streams",
      "streaming.stream_writer(Streams.TYPES)",
      `class Streams:\n    ${constant}`,
    ],
    [
      "a function that makes the writer is",
      "import shared",
      "shared.make()",
      `def make():\n    return streaming.stream_writer(${full})`,
    ],
  ])("is known where %s in another file", (_title, before, writer, shared) => {
    const reading = read({
      "chain.py": chain([`w = ${writer}`, "yield w.yield_item(x)"], { before }),
      "shared.py": `${head}${shared}\n`,
    });
    expect(problemsOf(reading)).toStrictEqual([]);
    expect(modelsOf(reading.signature?.frames)).toStrictEqual(models);
  });

  test("is known of a function that stands alone, with its body on the line of its head", () => {
    const line = "async def run_remote(n: int) -> AsyncIterator[bytes]: yield streaming.stream_writer(TYPES)\n";
    expect(modelsOf(read({ "chain.py": `${head}${constant}\n${line}` }).signature?.frames)).toStrictEqual(models);
  });

  test("has the types of the class that is served, and not those of the base whose method it is", () => {
    const text = `${head}class Base(chains.ChainletBase):
    TYPES = streaming.stream_types(Other)
    async def run_remote(self) -> AsyncIterator[bytes]:
        yield streaming.stream_writer(self.TYPES)
@chains.mark_entrypoint
class A(Base):
    ${constant}
`;
    expect(modelsOf(read({ "chain.py": text }).signature?.frames)).toStrictEqual(models);
  });

  test("may have a generic model, and `None` for a kind of frame that there is not", () => {
    const before = `from typing import Generic, TypeVar
T = TypeVar('T')
class Box(pydantic.BaseModel, Generic[T]):
    x: T
TYPES = streaming.stream_types(Box[int], header_type=None)`;
    const reading = read({ "chain.py": chain(write, { before }) });
    expect(problemsOf(reading)).toStrictEqual([]);
    expect(modelsOf(reading.signature?.frames)).toStrictEqual({ item: "#/$defs/Box_int_" });
  });
});

describe("a stream of bytes", () => {
  test.each<Case>([
    ["writes bytes", ["yield b''"], {}],
    [
      "reads the frames of another chainlet",
      [
        "r = streaming.stream_reader(TYPES, self._a.run_remote())",
        "async for item in r.read_items():",
        "    yield b''",
      ],
      { before: constant },
    ],
    [
      "shares its file with a chainlet that writes frames",
      ["yield b''"],
      {
        before: `class B(chains.ChainletBase):
    async def run_remote(self) -> AsyncIterator[bytes]:
        yield streaming.stream_writer(${full})`,
      },
    ],
    ["calls itself without end", ["a = a", "yield self.run_remote(a)"], { members: "a = a" }],
    ["has a body that is not Python", ["yield b''", "some future statement ~> x"], {}],
  ])("is one of plain bytes where it %s", (_title, body, around) => {
    const reading = read({ "chain.py": chain(body, around) });
    expect(problemsOf(reading)).toStrictEqual([]);
    expect(reading.signature?.transport).toBe("byte-stream");
    expect(reading.signature?.frames).toBeUndefined();
  });

  test.each<Case>([
    [
      "a parameter",
      ["yield make(n)"],
      { before: `${constant}\ndef make(TYPES):\n    return streaming.stream_writer(TYPES)` },
    ],
    ["a library", ["yield lib.stream_writer(n)"], { before: "import lib" }],
    [
      "unpacked arguments",
      ["yield streaming.stream_writer(streaming.stream_types(**KINDS))"],
      { before: "KINDS = {'item_type': Item}" },
    ],
    ["a call that is not made here", ["yield functools.partial(streaming.stream_writer, n)()"], {}],
    ["a result", ["yield streaming.stream_writer(make())"], { before: "def make(): ..." }],
    ["a name that leads to itself", ["t = t", "yield streaming.stream_writer(t)"], {}],
    ["a loop", ["for M in (Item, Other):", "    yield streaming.stream_writer(streaming.stream_types(M))"], {}],
    ["a body that is not Python", ["yield", "some future statement ~> streaming.stream_writer(x)"], {}],
  ])("is said to be read as plain bytes where its types come from %s", (_title, body, around) => {
    const { signature, diagnostics } = read({ "chain.py": chain(body, around) });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toStrictEqual(["warning TC218"]);
    expect(signature?.transport).toBe("byte-stream");
  });

  test.each<Case>([
    [
      "two writers",
      [`yield streaming.stream_writer(${full})`, "yield streaming.stream_writer(streaming.stream_types(Other))"],
      {},
    ],
    [
      "a choice of types",
      [`t = streaming.stream_types(Item) if n else ${full}`, "yield streaming.stream_writer(t)"],
      {},
    ],
  ])("is said to be read as plain bytes where there are different types: %s", (_title, body, around) => {
    const { signature, diagnostics } = read({ "chain.py": chain(body, around) });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toStrictEqual(["warning TC219"]);
    expect(signature?.transport).toBe("byte-stream");
  });

  test.each(["int", "list[Item]", "dict[str, int]", "Row"])("is refused where `%s` is to be a frame", (type) => {
    const before = `import dataclasses
@dataclasses.dataclass
class Row:
    x: int
TYPES = streaming.stream_types(${type})`;
    const { diagnostics } = read({ "chain.py": chain(write, { before }) });
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC217"]);
  });
});

/** What pydantic 2.13.4 writes for a frame of each kind of the chain below: its `model_dump_json()`. */
const observed = {
  header: `{"word":"a","row":{"cell":1},"tree":{"kids":[]},"point":{"x":0}}`,
  item: `{"Text":"b","plain":{"word":"a","row":{"cell":1},"tree":{"kids":[]},"point":{"x":0}},"row":{"Cell":2},\
"tree":{"Kids":[{"Kids":[]}]},"point":{"X":3},"own":{"own":0},"aliased":{"Own":0},"pet":{"Kind":"dog"},"Size":1}`,
  footer: `[{"Cell":1}]`,
} as const;

const aliases = `import dataclasses
from typing import Annotated, AsyncIterator, Literal, Union

import pydantic
import truss_chains as chains
from pydantic import BaseModel, ConfigDict, Field, RootModel, computed_field
from truss_chains import streaming
from typing_extensions import TypedDict


class Row(TypedDict):
    cell: Annotated[int, Field(alias="Cell")]


class Tree(TypedDict):
    kids: Annotated[list["Tree"], Field(alias="Kids")]


@dataclasses.dataclass
class Point:
    x: Annotated[int, Field(alias="X")] = 0


@pydantic.dataclasses.dataclass
class Own:
    own: Annotated[int, Field(alias="Own")] = 0


@pydantic.dataclasses.dataclass(config=ConfigDict(serialize_by_alias=True))
class Aliased:
    own: Annotated[int, Field(alias="Own")] = 0


class Plain(BaseModel):
    word: str = Field("a", alias="Word")
    row: Row = {"cell": 1}
    tree: Tree = {"kids": []}
    point: Point = Point()


class Cat(BaseModel):
    model_config = ConfigDict(serialize_by_alias=True)
    kind: Literal["cat"] = Field("cat", alias="Kind")


class Dog(Cat):
    kind: Literal["dog"] = Field("dog", alias="Kind")


class Item(BaseModel):
    model_config = ConfigDict(serialize_by_alias=True, populate_by_name=True)
    text: str = Field("b", alias="Text")
    plain: Plain = Plain()
    row: Row = {"cell": 2}
    tree: Tree = {"kids": [{"kids": []}]}
    point: Point = Point(3)
    own: Own = Own()
    aliased: Aliased = Aliased()
    pet: Union[Cat, Dog] = Field(Dog(), discriminator="kind")

    @computed_field(alias="Size")
    @property
    def size(self) -> int:
        return 1


class Rows(RootModel[list[Row]]):
    model_config = ConfigDict(serialize_by_alias=True)


TYPES = streaming.stream_types(Item, header_type=Plain, footer_type=Rows)


@chains.mark_entrypoint
class Framed(chains.ChainletBase):
    async def run_remote(self, count: int) -> AsyncIterator[bytes]:
        writer = streaming.stream_writer(TYPES)
        yield writer.yield_header(Plain())
        for _ in range(count):
            yield writer.yield_item(Item())
        yield writer.yield_footer(Rows([{"Cell": 1}]))
`;

/** A schema that allows the keys it names and no other. */
function closed(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (_key, part: JsonSchema) =>
    typeof part === "object" && part.type === "object" ? { ...part, additionalProperties: false } : part,
  );
  return JSON.parse(text) as JsonSchema;
}

/** The properties of a definition of a schema. */
function propertiesOf(schema: JsonSchema | undefined, definition: string): Readonly<Record<string, JsonSchema>> {
  const found = typeof schema === "object" ? schema.$defs?.[definition] : undefined;
  return (typeof found === "object" ? found.properties : undefined) ?? {};
}

describe("the keys of a frame", () => {
  const reading = read({ "chain.py": aliases });

  test.each(["header", "item", "footer"] as const)("are those that pydantic writes: %s", (kind) => {
    const check = new Ajv2020({ strict: false }).compile(closed(reading.signature?.frames?.[kind] ?? false));
    check(JSON.parse(observed[kind]));
    expect(check.errors ?? []).toStrictEqual([]);
  });

  test("are aliases in a default where the model of the default has them", () => {
    const { plain, aliased, own } = propertiesOf(reading.signature?.frames?.item, "Item");
    const defaults = [plain, aliased, own].map((part) => (typeof part === "object" ? part.default : part));
    expect(defaults).toStrictEqual([
      { word: "a", row: { cell: 1 }, tree: { kids: [] }, point: { x: 0 } },
      { Own: 0 },
      { own: 0 },
    ]);
  });

  test("are field names in a JSON answer of the same model", () => {
    const json = aliases.replace(/-> AsyncIterator[\s\S]*$/, "-> Cat:\n        ...\n");
    expect(Object.keys(propertiesOf(read({ "chain.py": json }).signature?.output, "Cat"))).toStrictEqual(["kind"]);
  });
});
