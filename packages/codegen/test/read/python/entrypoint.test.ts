import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { SourceReading } from "../../../src/read/read-result.js";

const method = "    async def run_remote(self, a: int) -> int: ...\n";

function read(code: string, entrypoint?: string): SourceReading {
  const host = memoryHost({ "my_chain.py": code });
  return readPythonSource(host, "my_chain.py", entrypoint === undefined ? {} : { entrypoint });
}

/** The name of the entrypoint, or the messages that say why there is none. */
function outcome(reading: SourceReading): string | readonly string[] {
  return reading.signature?.name ?? reading.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe("the class that is served", () => {
  const chains = "import truss_chains as chains\n";
  const two = `${chains}class A(chains.ChainletBase):\n${method}class B(chains.ChainletBase):\n${method}`;

  test.each<[string, string, string | undefined, string | readonly string[]]>([
    ["the only chainlet", `${chains}class A(chains.ChainletBase):\n${method}`, undefined, "A"],
    ["the marked one of several", two.replace("class B", "@chains.mark_entrypoint\nclass B"), undefined, "B"],
    [
      "the one marked by a call",
      two.replace("class B", "@chains.mark_entrypoint('My Chain')\nclass B"),
      undefined,
      "B",
    ],
    [
      "the one marked under another name",
      `from truss_chains import ChainletBase as Base, mark_entrypoint as entry\nclass A(Base):\n${method}@entry\nclass B(Base):\n${method}`,
      undefined,
      "B",
    ],
    ["the one asked for", two, "B", "B"],
    ["the one asked for, against the mark", two.replace("class B", "@chains.mark_entrypoint\nclass B"), "A", "A"],
    [
      "a chainlet through another class of the file",
      `${chains}class Base(chains.ChainletBase):\n${method}@chains.mark_entrypoint\nclass A(Base):\n    pass\n`,
      undefined,
      "A",
    ],
    [
      "a chainlet under a condition",
      `${chains}FLAG = True\nif FLAG:\n    class A(chains.ChainletBase):\n    ${method}`,
      undefined,
      "A",
    ],
    [
      "a chainlet where the import may fail",
      `try:\n    import truss_chains as chains\nexcept ImportError:\n    chains = None\nclass A(chains.ChainletBase):\n${method}`,
      undefined,
      "A",
    ],
    ["a class of any kind in a stub", `class A:\n${method}`, undefined, "A"],
    ["a function that stands alone", "def run_remote(a: int) -> int: ...\n", undefined, "MyChain"],
    [
      "a function that stands alone, with self",
      "async def run_remote(self, a: int) -> int: ...\n",
      undefined,
      "MyChain",
    ],
    ["several, none marked", two, undefined, ["TC206 Several chainlets could be the entrypoint: `A`, `B`"]],
    [
      "several marked",
      two.replaceAll("class ", "@chains.mark_entrypoint\nclass "),
      undefined,
      ["TC206 Several chainlets are marked as entrypoint: `A`, `B`"],
    ],
    ["one that is not there", two, "C", ["TC207 The entrypoint `C` does not exist: the candidates are `A`, `B`"]],
    ["none at all", "x = 1\n", undefined, ["TC205 The file declares no chainlet and no `run_remote`"]],
    [
      "one without the method",
      `${chains}class A(chains.ChainletBase):\n    pass\n`,
      undefined,
      ["TC208 The entrypoint `A` has no `run_remote`"],
    ],
    ["a class with the name of an object's own", `class constructor:\n${method}`, undefined, "constructor"],
  ])("%s", (_title, code, entrypoint, expected) => {
    expect(outcome(read(code, entrypoint))).toStrictEqual(expected);
  });
});

describe("a class that truss takes for no entrypoint", () => {
  const kinds = ["EngineBuilderLLMChainlet", "TrussChainlet", "ModelBase"];
  const served = `class A(chains.ChainletBase):\n${method}`;

  function file(kind: string, mark: string, others: string): string {
    return `import truss_chains as chains\n${mark}class B(chains.${kind}):\n    engine_builder_config = None\n${others}`;
  }

  test.each(["EngineBuilderLLMChainlet", "TrussChainlet"])("is no part of a signature as a dependency: %s", (kind) => {
    const dependent = served.replace(":\n", ":\n    def __init__(self, b=chains.depends(B)): ...\n");
    const { signature, diagnostics } = read(file(kind, "", dependent));
    expect(diagnostics).toStrictEqual([]);
    expect(signature).toStrictEqual(read(`import truss_chains as chains\n${served}`).signature);
  });

  test.each(kinds)("is not in the way of the one that is served: %s", (kind) => {
    expect(outcome(read(file(kind, "", served)))).toBe("A");
    expect(outcome(read(file(kind, "", served), "A"))).toBe("A");
    expect(outcome(read(file(kind, "", `class A:\n${method}`)))).toBe("A");
  });

  test.each(kinds)("is refused where it is marked, asked for or all there is: %s", (kind) => {
    const readings = [
      read(file(kind, "@chains.mark_entrypoint\n", served)),
      read(file(kind, "", served), "B"),
      read(file(kind, "", "")),
    ];
    expect(readings.map(({ diagnostics }) => diagnostics.map(({ code, severity }) => [code, severity]))).toStrictEqual(
      readings.map(() => [["TC220", "error"]]),
    );
  });

  test.each([
    ["EngineBuilderLLMChainlet", "A"],
    ["ModelBase", "A"],
    ["TrussChainlet", ["TC220"]],
  ])("is refused with its mark, where another is asked for, if truss refuses the mark: %s", (kind, expected) => {
    const { signature, diagnostics } = read(file(kind, "@chains.mark_entrypoint\n", served), "A");
    expect(signature?.name ?? diagnostics.map(({ code }) => code)).toStrictEqual(expected);
  });

  test("is refused through a class of the file, from wherever the base was imported", () => {
    const code = `from truss_chains import mark_entrypoint
from truss_chains.framework import EngineBuilderLLMChainlet as Llm
class Base(Llm):
    engine_builder_config = None
@mark_entrypoint
class B(Base):
    pass
`;
    const [problem, ...more] = read(code).diagnostics;
    expect(more).toStrictEqual([]);
    expect([problem?.code, problem?.location?.line]).toStrictEqual(["TC220", 6]);
    expect(problem?.message).toMatch(/^`B` cannot be an entrypoint: it is an engine builder, /);
    expect(problem?.help).toMatch(/`chains\.depends\(…\)`.*OpenAI-compatible/);
  });
});

describe("the head of a signature", () => {
  test("has the chain's name, the displayed name and the method's docstring", () => {
    const code = [
      "import truss_chains as chains",
      "@chains.mark_entrypoint('My Chain')",
      "class Hello(chains.ChainletBase):",
      "    '''Of the class.'''",
      "    remote_config = chains.RemoteConfig(name='hello')",
      "    def run_remote(self) -> None:",
      "        '''Greets.",
      "",
      "        Everyone.",
      "        '''",
      "        return None",
      "",
    ].join("\n");
    expect(read(code).signature).toStrictEqual({
      formatVersion: 1,
      name: "Hello",
      chainName: "My Chain",
      displayName: "hello",
      description: "Greets.\n\nEveryone.",
      source: "my_chain.py",
      transport: "json",
      input: { title: "HelloInput", type: "object", properties: {} },
      output: { type: "null" },
    });
  });

  test("has the class's docstring where the method has none", () => {
    const code = `import truss_chains as c\nclass A(c.ChainletBase):\n    '''Of the class.'''\n${method}`;
    expect(read(code).signature?.description).toBe("Of the class.");
  });
});

describe("how a chain answers", () => {
  const head = "import truss_chains as chains\nimport typing\nfrom collections.abc import AsyncIterator\n";

  test.each([
    ["a value", "(self, a: int) -> str", "json", ["input", "output"]],
    ["an iterator of strings", "(self, a: int) -> AsyncIterator[str]", "text-stream", ["input"]],
    ["an iterator of bytes", "(self, a: int) -> typing.AsyncIterator[bytes]", "byte-stream", ["input"]],
    ["a socket", "(self, ws: chains.WebSocketProtocol) -> None", "websocket", []],
  ])("%s", (_title, signature, transport, members) => {
    const reading = read(`${head}class A(chains.ChainletBase):\n    async def run_remote${signature}: ...\n`);
    expect(reading.signature?.transport).toBe(transport);
    expect(
      ["input", "output"].filter((member) => reading.signature !== undefined && member in reading.signature),
    ).toStrictEqual(members);
    expect(reading.diagnostics).toStrictEqual([]);
  });
});
