import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { SourceReading } from "../../../src/read/read-result.js";

const head = "import truss_chains as chains\nimport pydantic\nfrom typing import *\n";
const beforeMethod = "class A(chains.ChainletBase):\n    async def run_remote";

function read(code: string, files: Readonly<Record<string, string>> = {}): SourceReading {
  return readPythonSource(memoryHost({ ...files, "chain.py": code }), "chain.py", {});
}

/** Each diagnostic in one line: code, severity, place and length, message. */
function lines(reading: SourceReading): readonly string[] {
  return reading.diagnostics.map(({ code, severity, message, location }) => {
    return `${code} ${severity} ${location?.line}:${location?.column}+${location?.length} ${message}`;
  });
}

describe("a mistake is said with its place", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "no annotations, all of them",
      "(self, items, n=3): ...",
      [
        "TC204 error 5:15+10 run_remote has no return annotation",
        "TC203 error 5:32+5 run_remote: `items` has no type annotation",
        "TC203 error 5:39+1 run_remote: `n` has no type annotation",
      ],
    ],
    [
      "arguments that have no name on the wire",
      "(self, a: int, /, _b: int, *c: int, **d: int) -> int: ...",
      [
        "TC209 error 5:32+1 run_remote: `a` is positional-only, but a chain is called by keyword",
        "TC209 error 5:43+2 run_remote: `_b` begins with an underscore, so pydantic drops it from the request",
        "TC209 error 5:53+1 run_remote: `c` collects positional arguments, but a chain is called by keyword",
        "TC209 error 5:63+1 run_remote: `d` collects keyword arguments, but a chain takes only those it names",
      ],
    ],
    [
      "types that pydantic refuses",
      "(self, a: bytearray, b: list[Callable]) -> Iterator[int]: ...",
      [
        "TC212 error 5:35+9 pydantic refuses the type `bytearray`",
        "TC212 error 5:54+8 pydantic has no JSON Schema for the type `Callable`",
        "TC216 error 5:68+13 run_remote: truss does not accept the type of the result",
      ],
    ],
    [
      "names that are not there",
      "(self, a: Nope, b: 'Gone') -> 1: ...",
      [
        "TC210 warning 5:35+4 The name `Nope` is not defined: the type `Nope` becomes `unknown`",
        "TC210 warning 5:44+6 The name `Gone` is not defined: the type `Gone` becomes `unknown`",
        "TC222 error 5:44+6 run_remote: the type of `b` is written as a string, which truss refuses",
        "TC212 error 5:55+1 pydantic refuses a value in place of a type",
      ],
    ],
    [
      "a string that is no expression",
      "(self, a: 'list[') -> int: ...",
      ['TC201 error 5:35+7 The annotation "list[" is not a Python expression'],
    ],
    [
      "a default that must be run",
      "(self, a: str = input()) -> int: ...",
      ["TC213 warning 5:41+7 The default cannot be known without running Python; it is left out of the types"],
    ],
  ])("%s", (_title, signature, expected) => {
    expect(lines(read(`${head}${beforeMethod}${signature}\n`))).toStrictEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ["a syntax error", "class A(:\n", ["TC201 error 1:9+1 invalid syntax"]],
    [
      "a type from a library",
      `${head}import numpy as np\n${beforeMethod}(self, a: np.ndarray) -> int: ...\n`,
      [
        "TC210 warning 6:35+10 The type `np.ndarray`, imported from `numpy` (chain.py:4), cannot be resolved and becomes `unknown`",
        "TC216 error 6:35+10 run_remote: truss does not accept the type of `a`",
      ],
    ],
    [
      "a class that derives from a type of a library",
      `${head}from lib import Base\nclass P(Base):\n    x: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC210 warning 5:9+4 The type `Base`, imported from `lib` (chain.py:4), cannot be resolved and becomes `unknown`",
      ],
    ],
    [
      "an alias without end",
      `${head}X = list['X']\n${beforeMethod}(self, a: X) -> int: ...\n`,
      ["TC215 error 6:35+1 The type `list[…]` refers to itself without end"],
    ],
    [
      "a class that is no model",
      `${head}class P: pass\n${beforeMethod}(self, a: P) -> int: ...\n`,
      ["TC212 error 6:35+1 pydantic refuses the type `P`: the class is not a pydantic model"],
    ],
    [
      "a class that another may replace",
      `${head}if FLAG:\n    class P(pydantic.BaseModel):\n        a: int\nelse:\n    class P(pydantic.BaseModel):\n        b: int\n${beforeMethod}(self, a: P) -> P: ...\n`,
      ["TC214 warning 5:11+1 Which class `P` is cannot be known without running Python; this one is read"],
    ],
    [
      "an entrypoint that another may replace",
      `${head}${beforeMethod}(self) -> int: ...\nif FLAG:\n    A = make()\n`,
      ["TC214 warning 4:7+1 Which class `A` is cannot be known without running Python; this one is read"],
    ],
    [
      "a type that another may replace",
      `${head}class M(pydantic.BaseModel):\n    a: P\nif FLAG:\n    P = int\nelse:\n    P = list[int]\n${beforeMethod}(self, m: M) -> int: ...\n`,
      ["TC214 warning 7:9+3 Which type `P` is cannot be known without running Python; this one is read"],
    ],
    [
      "a class whose name another may take",
      `${head}class B(pydantic.BaseModel): ...\nclass D(pydantic.BaseModel): ...\nif FLAG:\n    P = B\nelse:\n    P = D\nclass M(P): ...\n${beforeMethod}(self, m: M) -> int: ...\n`,
      ["TC214 warning 7:9+1 Which type `P` is cannot be known without running Python; this one is read"],
    ],
    [
      "a class with a stand-in for where it is missing, and one that is always replaced",
      `${head}try:\n    class P(pydantic.BaseModel): ...\nexcept Exception:\n    P = None\nclass Q(pydantic.BaseModel): ...\nclass Q(pydantic.BaseModel): ...\n${beforeMethod}(self, a: P) -> Q: ...\n`,
      [],
    ],
    [
      "a value of an enumeration that comes out of a call",
      `${head}import enum\nclass P(enum.Enum):\n    X, Y = make()\nclass M(pydantic.BaseModel):\n    p: P\n${beforeMethod}(self) -> M: ...\n`,
      ["TC213 warning 6:5+1 The value of `P.X` cannot be known without running Python; no value is listed"],
    ],
    [
      "a value of a Literal that is not known, which makes the whole type wide",
      `${head}class P(pydantic.BaseModel):\n    a: Literal["a", make()]\n${beforeMethod}(self, a: P) -> int: ...\n`,
      ["TC213 warning 5:21+6 A value of `Literal` cannot be known without running Python; the type becomes `unknown`"],
    ],
    [
      "metadata that a function makes",
      `${head}from typing import Annotated\ndef named(alias): ...\nclass P(pydantic.BaseModel):\n    a: Annotated[int, named("b")]\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 7:23+10 What this says about the type cannot be known without running Python; it is left out, with any alias that it gives",
      ],
    ],
    [
      "metadata that is unpacked",
      `${head}from typing import Annotated\nclass P(pydantic.BaseModel):\n    a: list[Annotated[int, *RULES]]\nRULES = ()\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 6:28+6 What this says about the type cannot be known without running Python; it is left out, with any alias that it gives",
      ],
    ],
    [
      "metadata that makes a schema by code",
      `${head}from typing import Annotated\nclass Other: ...\nclass Pixels:\n    def __get_pydantic_core_schema__(self, source, handler): ...\nclass P(pydantic.BaseModel):\n    a: Annotated[str, Other, Pixels()]\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC214 warning 9:30+8 The schema that `Pixels` makes cannot be known without running Python; the type becomes `unknown`",
      ],
    ],
    [
      "a Field that a function makes",
      `${head}def named(alias):\n    return pydantic.Field(alias=alias)\nclass P(pydantic.BaseModel):\n    a: int = named("b")\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 7:14+10 What this says about the field cannot be known without running Python; its default, its alias and the rest are left out",
      ],
    ],
    [
      "a Field that a partial makes",
      `${head}from functools import partial\nnamed = partial(pydantic.Field, alias="b")\nclass P(pydantic.BaseModel):\n    a: int = named()\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 7:14+7 What this says about the field cannot be known without running Python; its default, its alias and the rest are left out",
      ],
    ],
    [
      "settings that are not known",
      `${head}class P(pydantic.BaseModel, **load()):\n    a: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 4:31+6 The settings of the class cannot be known without running Python; it is read without them",
      ],
    ],
    [
      "a base of another library beside one of pydantic's",
      `${head}from lib import Stamped\nclass P(Stamped, pydantic.BaseModel):\n    a: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC214 warning 5:9+7 What `P` inherits from `Stamped` cannot be known without running Python; its fields are left out",
      ],
    ],
    [
      "a base of a base that a call makes",
      `${head}class P(make(), pydantic.BaseModel): ...\nclass Q(P):\n    a: int\n${beforeMethod}(self, a: Q) -> int: ...\n`,
      [
        "TC214 warning 4:9+6 What `P` inherits from a base that is computed cannot be known without running Python; its fields are left out",
      ],
    ],
    [
      "a class whose only base is made",
      `${head}P = pydantic.create_model("P", a=(int, ...))\nclass Q(P):\n    b: int\n${beforeMethod}(self, a: Q) -> int: ...\n`,
      ["TC214 warning 5:9+1 What `Q` inherits from `P` cannot be known without running Python; it becomes `unknown`"],
    ],
    [
      "a decorator that may give another signature",
      `import truss_chains as chains\ndef once(method):\n    async def call(self, b: str) -> str: ...\n    return call\nclass A(chains.ChainletBase):\n    @once\n    async def run_remote(self, a: int) -> int: ...\n`,
      [
        "TC213 warning 6:6+4 What `once` turns `run_remote` into cannot be known without running Python; the signature is read as it is written",
      ],
    ],
    [
      "a decorator that keeps the signature",
      `import functools\nimport truss_chains as chains\ndef retry(times):\n    def decorate(method):\n        @functools.wraps(method)\n        async def call(self, *given): ...\n        return call\n    return decorate\nclass A(chains.ChainletBase):\n    @retry(3)\n    async def run_remote(self, a: int) -> int: ...\n`,
      [],
    ],
    [
      "a decorator that marks the method",
      `import truss_chains as chains\ndef mark(method):\n    method.marked = True\n    return method\nclass A(chains.ChainletBase):\n    @mark\n    async def run_remote(self, a: int) -> int: ...\n`,
      [],
    ],
    [
      "fields under conditions",
      `${head}class P(pydantic.BaseModel):\n    if FLAG:\n        a: int\n    else:\n        b: int\n    for i in range(3):\n        c: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC213 warning 6:9+6 Whether the class has `a` cannot be known without running Python; it is read as if it did",
        "TC213 warning 10:9+6 Whether the class has `c` cannot be known without running Python; it is read as if it did",
      ],
    ],
    [
      "a type that a call gives",
      `${head}L = make()\nclass P(pydantic.BaseModel):\n    a: L\n${beforeMethod}(self, a: P) -> int: ...\n`,
      ["TC210 warning 6:8+1 What a call returns is not a type that can be resolved and becomes `unknown`"],
    ],
    [
      "a class that a decorator makes something of",
      `${head}def model(cls): ...\n@model\nclass P: ...\nclass M(pydantic.BaseModel):\n    p: P\n${beforeMethod}(self, m: M) -> int: ...\n`,
      [
        "TC214 warning 5:2+5 What its decorator turns `P` into cannot be known without running Python; it becomes `unknown`",
      ],
    ],
    [
      "a model that a decorator may make another of",
      `${head}def more(cls):\n    class P(cls):\n        b: int\n    return P\n@more\nclass P(pydantic.BaseModel):\n    a: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [
        "TC214 warning 8:2+4 What `more` makes of `P` cannot be known without running Python; the class is read as it is written",
      ],
    ],
    [
      "a model that a decorator notes",
      `${head}ALL = {}\ndef noted(cls):\n    """Notes a class."""\n    ALL[cls.__name__] = cls\n    return cls\n@noted\nclass P(pydantic.BaseModel):\n    a: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [],
    ],
    [
      "classes that are changed after their bodies",
      `import dataclasses\n${head}class P(pydantic.BaseModel):\n    a: int\nP.model_fields["a"].annotation = str\nP.model_rebuild(force=True)\n@dataclasses.dataclass\nclass D:\n    p: P\nD.__pydantic_config__ = {"extra": "forbid"}\nclass M(pydantic.BaseModel):\n    d: D\nM.model_rebuild()\n${beforeMethod}(self, a: M) -> int: ...\n`,
      [
        "TC214 warning 8:1+27 `P` is changed after its body; the class is read as its body says",
        "TC214 warning 12:1+43 `D` is changed after its body; the class is read as its body says",
      ],
    ],
    [
      "a method that is assigned, over that of a base",
      `import truss_chains as chains\ndef call(self, b: int) -> int: ...\nclass B(chains.ChainletBase):\n    async def run_remote(self, a: int) -> int: ...\n@chains.mark_entrypoint\nclass A(B):\n    run_remote = call\n`,
      [
        "TC208 error 6:7+1 The `run_remote` of the entrypoint `A` is assigned, and cannot be known without running Python",
      ],
    ],
    [
      "keys that a function makes",
      `${head}class P(pydantic.BaseModel):\n    model_config = {"alias_generator": lambda n: n}\n    a: int\n${beforeMethod}(self, a: P) -> int: ...\n`,
      ["TC214 error 5:40+11 The keys that this alias generator creates cannot be known without running Python"],
    ],
  ])("%s", (_title, code, expected) => {
    expect(lines(read(code))).toStrictEqual(expected);
  });

  test("a file that is not in the encoding it says", () => {
    const host = {
      ...memoryHost({}),
      read: () => ({ ok: true as const, bytes: new Uint8Array([0x78, 0x3d, 0x22, 0xff, 0x22, 0x0a]) }),
    };
    expect(readPythonSource(host, "chain.py", {}).diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([
      "TC202",
    ]);
  });

  test("a file that is not there", () => {
    const reading = readPythonSource(memoryHost({}), "chain.py", {});
    expect(reading.diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual(["TC101"]);
    expect(reading.filesRead).toStrictEqual(["chain.py"]);
  });
});

describe("a source that is made to be slow", () => {
  const doubling = Array.from(
    { length: 40 },
    (_, index) => `T${index} = tuple['T${index + 1}', 'T${index + 1}']\n`,
  ).join("");
  const doublingIn = (start: string, end: string, length = 40): string =>
    Array.from({ length }, (_, back) => [length - back - 1, length - back] as const)
      .map(([index, next]) => `T${index} = ${start}T${next}, T${next}${end}\n`)
      .join("");
  const bases = Array.from(
    { length: 60 },
    (_, index) => `class L${index + 1}(L${index}): pass\nclass R${index + 1}(L${index}, L${index + 1}): pass\n`,
  ).join("");

  test.each([
    ["aliases that double", `${head}${doubling}T40 = int\n${beforeMethod}(self, a: T0) -> int: ...\n`, ["TC215"]],
    [
      "aliases that double, without quotes",
      `${head}T40 = int\n${doublingIn("tuple[", "]")}${beforeMethod}(self, a: T0) -> int: ...\n`,
      ["TC215"],
    ],
    [
      "literals of literals that double",
      `${head}T40 = Literal["a"]\n${doublingIn("Literal[", "]")}${beforeMethod}(self, a: T0) -> int: ...\n`,
      ["TC216"],
    ],
    [
      "generic models that double",
      `${head}T8 = int\n${doublingIn("pydantic.RootModel[tuple[", "]]", 8)}${beforeMethod}(self, a: T0) -> int: ...\n`,
      ["TC227"],
    ],
    ["an alias of itself", `${head}T = int\nT = tuple[T, T]\n${beforeMethod}(self, a: T) -> int: ...\n`, ["TC216"]],
    [
      "a generic class of ever larger forms",
      `${head}T = TypeVar("T")\nclass Box(pydantic.BaseModel, Generic[T]):\n    n: "Optional[Box[list[T]]]" = None\n${beforeMethod}(self, a: Box[int]) -> int: ...\n`,
      ["TC215"],
    ],
    [
      "a union told apart by itself",
      `${head}class P(pydantic.BaseModel):\n    k: Annotated[Union["P", "Q"], pydantic.Field(discriminator="k")]\nclass Q(pydantic.BaseModel):\n    k: Literal["q"]\n${beforeMethod}(self, a: P) -> int: ...\n`,
      [],
    ],
    [
      "a default that makes itself",
      `${head}class P(pydantic.BaseModel):\n    p: "P" = P()\n${beforeMethod}(self, a: P = P()) -> int: ...\n`,
      ["TC213", "TC213"],
    ],
    [
      "classes that are each other's base",
      `${head}class P(Q): pass\nclass Q(P): pass\n${beforeMethod}(self, a: P) -> int: ...\n`,
      ["TC212"],
    ],
    [
      "a lattice of bases",
      `${head}class L0(pydantic.BaseModel): pass\n${bases}${beforeMethod}(self, a: R60) -> int: ...\n`,
      [],
    ],
    [
      "numbers that double",
      `${head}${Array.from({ length: 60 }, (_, index) => `N${index} = N${index + 1} + N${index + 1}\n`).join("")}N60 = 1\n${beforeMethod}(self, a: int = N0) -> int: ...\n`,
      ["TC213"],
    ],
    ["a union of many", `${head}${beforeMethod}(self, a: ${"int | ".repeat(80)}str) -> int: ...\n`, ["TC216"]],
    [
      "a sum of very many",
      `${head}${beforeMethod}(self, a: str = ${'"a" + '.repeat(5_000)}"b") -> int: ...\n`,
      ["TC201"],
    ],
    [
      "a number of a size",
      `${head}N = 9 ** 9 ** 9\nS = "a" * 10 ** 9\n${beforeMethod}(self, a: int = N, b: str = S) -> int: ...\n`,
      ["TC213", "TC213"],
    ],
  ])(
    "is read in time: %s",
    (_title, code, codes) => {
      expect(read(code).diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual(codes);
    },
    5_000,
  );
});

describe("names of an object's own", () => {
  test("are plain names of classes, fields and arguments", () => {
    const code = `${head}class constructor(pydantic.BaseModel):\n    toString: str = "x"\n    valueOf: int\n${beforeMethod}(self, constructor: constructor, hasOwnProperty: int) -> dict[str, int]: ...\n`;
    const reading = read(code);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(Object.keys(reading.signature?.input?.properties ?? {})).toStrictEqual(["constructor", "hasOwnProperty"]);
    expect(reading.signature?.input?.$defs?.["constructor"]).toStrictEqual({
      title: "constructor",
      type: "object",
      properties: {
        toString: { type: "string", default: "x", title: "Tostring" },
        valueOf: { type: "integer", title: "Valueof" },
      },
      required: ["valueOf"],
    });
  });
});

describe("several problems of one file", () => {
  const code = `from __future__ import annotations
import pydantic, truss_chains as chains
from lib.models import Thing

class Job(pydantic.BaseModel):
    data: bytearray
    thing: Thing
    count: int = make()

class Other(chains.ChainletBase):
    def __init__(self, size: int = 1): ...
    def run_remote(self, a: set[str]) -> int: ...

@chains.mark_entrypoint()
class Hello(chains.ChainletBase):
    remote_config = chains.RemoteConfig(name="a b")
    async def run_remote(self, _x: int, job: Job, y, z: int = pydantic.Field(1)) -> int:
        yield 1
`;

  test("are reported together, in the order of the file", () => {
    expect(lines(read(code))).toStrictEqual([
      "TC222 error 1:24+11 This import turns all annotations into strings, which truss refuses in the methods of a chainlet",
      "TC212 error 6:11+9 pydantic refuses the type `bytearray`",
      "TC210 warning 7:12+5 The type `Thing`, imported from `lib.models` (chain.py:3), cannot be resolved and becomes `unknown`",
      "TC213 warning 8:18+6 The default cannot be known without running Python; it is left out of the types",
      "TC225 error 11:24+4 `Other.__init__`: truss creates the chainlet, and has nothing to give for `size`",
      "TC216 error 12:29+8 `Other.run_remote`: truss does not accept the type of `a`",
      "TC226 error 14:2+24 `mark_entrypoint` is called without the name of the chain",
      'TC226 error 16:46+5 truss does not accept the name "a b": it allows ASCII letters, digits, `_` and `-`',
      "TC209 error 17:32+2 run_remote: `_x` begins with an underscore, so pydantic drops it from the request",
      "TC203 error 17:51+1 run_remote: `y` has no type annotation",
      "TC229 error 17:63+17 run_remote: the default of `z` is not a plain value: if the argument is left out, the chain gets the object itself",
      "TC224 error 17:85+3 run_remote has a `yield`, but its annotation is not an iterator",
    ]);
  });

  test("are all reported where no entrypoint can be chosen", () => {
    const two = code.replace("@chains.mark_entrypoint()", "");
    const codes = read(two).diagnostics.map((diagnostic) => diagnostic.code);
    expect(codes).toEqual(expect.arrayContaining(["TC206", "TC222", "TC225", "TC216", "TC226", "TC203", "TC224"]));
  });
});

describe("what truss looks at in a chainlet", () => {
  const other = "class Other(chains.ChainletBase):\n    def run_remote";
  const marked = `@chains.mark_entrypoint\n${beforeMethod}(self) -> int: ...\n`;

  test.each<[string, string, string]>([
    [
      "a class",
      `${other}(self, a: set[int]) -> int: ...\n`,
      "TC216 error 5:29+8 `Other.run_remote`: truss does not accept the type of `a`",
    ],
    [
      "a class in a class",
      `class Outer:\n${other.replaceAll(/^/gm, "    ")}(self, a) -> int: ...\n`,
      "TC203 error 6:30+1 `Outer.Other.run_remote`: `a` has no type annotation",
    ],
    [
      "a method of a base, once",
      `${other}(self) -> Any: ...\nclass More(Other): pass\n`,
      "TC216 error 5:29+3 `Other.run_remote`: truss does not accept the type of the result",
    ],
  ])("is said with the name of the class: %s", (_title, classes, expected) => {
    expect(lines(read(`${head}${classes}${marked}`))).toStrictEqual([expected]);
  });

  test.each([
    ["a class that may be another's", `from lib import Base\nclass Other(Base):\n    x = 1\n`],
    ["a class that only type checkers see", `if TYPE_CHECKING:\n${other.replaceAll(/^/gm, "    ")}(self, a): ...\n`],
    ["a class of a condition", `if FLAG:\n${other.replaceAll(/^/gm, "    ")}(self, a): ...\n`],
    ["a class that is tried", `try:\n${other.replaceAll(/^/gm, "    ")}(self, a): ...\nexcept Exception: pass\n`],
    [
      "a method with a decorator of a library",
      `from lib import traced\n${other.replace("    def", "    @traced\n    def")}(this) -> int: ...\n`,
    ],
    [
      "a default that a function gives",
      `from lib import ask\n${other}(self) -> int: ...\n    def __init__(self, a=ask(), b=make()): ...\n`,
    ],
    [
      "a name that is computed",
      `import os\n${other}(self) -> int: ...\n    remote_config = chains.RemoteConfig(name=os.environ["NAME"])\n`,
    ],
    [
      "settings that are unpacked",
      `${other.replace("Other", "Größe")}(self) -> int: ...\n    remote_config = chains.RemoteConfig(**settings)\n`,
    ],
    [
      "a chainlet of a library",
      `from lib import Remote\n${other}(self) -> int: ...\n    def __init__(self, a: Remote = chains.depends(Remote)): ...\n`,
    ],
    ["a method that is assigned", `from lib import serve\nclass Other(chains.ChainletBase):\n    run_remote = serve\n`],
  ])("is not guessed: %s", (_title, classes) => {
    expect(lines(read(`${head}${classes}${marked}`))).toStrictEqual([]);
  });

  test("is nothing of a stub's, which may write its types as strings", () => {
    const stub =
      "from __future__ import annotations\nclass A:\n    def run_remote(self, a: 'list[int]', b: int) -> 'str': ...\n";
    const reading = readPythonSource(memoryHost({ "chain.pyi": stub }), "chain.pyi", {});
    expect(lines(reading)).toStrictEqual([]);
    expect(Object.keys(reading.signature?.input?.properties ?? {})).toStrictEqual(["a", "b"]);
  });
});
