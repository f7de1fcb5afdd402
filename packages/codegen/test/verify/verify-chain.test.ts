import { expect, test } from "vitest";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";
import type { ChainToVerify } from "../../src/verify/compare-chain.js";
import { schemaUrl } from "../../src/verify/schema-url.js";
import { verifyChain } from "../../src/verify/verify-chain.js";
import { withMock } from "../mock/start-mock.js";

const head = `from typing import AsyncIterator
import pydantic
import truss_chains as chains
from truss_chains import pydantic_numpy

class Params(pydantic.BaseModel):
    top_k: int = pydantic.Field(3, alias="topK")

class Answer(pydantic.BaseModel):
    text: str
    score: float = 0.5

class Image(pydantic.BaseModel):
    pixels: pydantic_numpy.NumpyArrayField

class Hello(chains.ChainletBase):
`;

function chainOf(method: string, classes = head): ChainToVerify & { readonly isExact: boolean } {
  const text = `${classes}    ${method}\n        ...\n`;
  const options = { entrypoint: "Hello", documentedResult: true };
  const { signature, documentedResult, diagnostics } = readSource(
    memoryHost({ "hello.py": text }),
    "hello.py",
    options,
  );
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { signature, ...(documentedResult && { documentedResult }), isExact: documentedResult !== undefined };
}

/** What comes of it where the mock stands in for the running chain. */
async function verify(client: ChainToVerify, running: ChainToVerify) {
  return await withMock({ signature: running.signature }, async ({ url }) => {
    const verified = await verifyChain(client, schemaUrl(url), undefined);
    if (!verified.ok) return { problems: verified.diagnostics.map(({ code }) => code) };
    const { diff, notCompared } = verified.verification;
    return { level: diff.level, changes: diff.changes.map(({ rule, place }) => `${place}: ${rule}`), notCompared };
  });
}

const json = "async def run_remote(self, names: list[str], params: Params = Params(), limit: int = 5) -> Answer:";
const defaults = ["input.params: its default", "input.limit: its default"];

test("a source is what runs, but for what the document cannot say", async () => {
  const chain = chainOf(json);
  expect(chain.isExact).toBe(true);
  expect(await verify(chain, chain)).toStrictEqual({ level: "none", changes: [], notCompared: defaults });
});

test("a default of an argument is not compared, one of a field is", async () => {
  const running = chainOf(json.replace("limit: int = 5", "limit: int = 6"), head.replace("Field(3", "Field(4"));
  expect(await verify(chainOf(json), running)).toStrictEqual({
    level: "minor",
    changes: ["input.params.topK: input-default-changed"],
    notCompared: defaults,
  });
});

test.each([
  ["a new argument", "names: list[str]", "names: list[str], loud: bool", "input.loud: input-required-added", "major"],
  ["an argument that now has a default", "list[str],", "list[str] = [],", "input.names: input-now-optional", "minor"],
  ["another result", "-> Answer", "-> list[Answer]", "output: output-changed", "major"],
])("%s is found, with its direction and place", async (_what, before, after, change, level) => {
  const found = await verify(chainOf(json), chainOf(json.replace(before, after)));
  expect(found).toMatchObject({ level, changes: [change] });
});

test("names of models and documentation are not compared: they do not go over the wire", async () => {
  const running = chainOf(json.replace("-> Answer", "-> Reply"), head.replace("class Answer(", "class Reply("));
  const documented = chainOf(json, head.replace("    text: str", '    """An answer."""\n    text: str'));
  expect(await verify(chainOf(json), running)).toMatchObject({ changes: [] });
  expect(await verify(chainOf(json), documented)).toMatchObject({ changes: [] });
});

test("a stream is compared by its arguments, and what it carries is not known", async () => {
  const stream = "async def run_remote(self, n: int) -> AsyncIterator[str]:";
  const notCompared = ["answer: what the stream carries"];
  expect(await verify(chainOf(stream), chainOf(stream))).toStrictEqual({ level: "none", changes: [], notCompared });
  expect(await verify(chainOf(stream), chainOf(stream.replace("n: int", "n: str")))).toStrictEqual({
    level: "major",
    changes: ["input.n: input-changed"],
    notCompared,
  });
});

test("a chain that streams is none that answers with JSON", async () => {
  const stream = "async def run_remote(self, n: int) -> AsyncIterator[bytes]:";
  const whole = "async def run_remote(self, n: int) -> bytes:";
  for (const pair of [[chainOf(stream), chainOf(whole)] as const, [chainOf(whole), chainOf(stream)] as const]) {
    expect(await verify(...pair)).toStrictEqual({
      level: "major",
      changes: ["transport: transport-changed"],
      notCompared: [],
    });
  }
});

test("numpy arrays are compared, which the document shows with a wrong key", async () => {
  const numpy = "async def run_remote(self, image: Image) -> Image:";
  expect(await verify(chainOf(numpy), chainOf(numpy))).toMatchObject({ changes: [], notCompared: [] });
  const other = head.replace("pixels: pydantic_numpy.NumpyArrayField", "pixels: list[float]");
  expect(await verify(chainOf(numpy), chainOf(numpy, other))).toMatchObject({
    changes: ["input.image.pixels: input-changed", "output.pixels: output-changed"],
  });
});

test("a websocket has no schema document, and any that is there is another chain's", async () => {
  const socket = "async def run_remote(self, websocket: chains.WebSocketProtocol) -> None:";
  expect(await verify(chainOf(socket), chainOf(socket))).toStrictEqual({
    level: "none",
    changes: [],
    notCompared: ["messages: a websocket has no schema document"],
  });
  expect(await verify(chainOf(socket), chainOf(json))).toMatchObject({ changes: ["transport: transport-changed"] });
  expect(await verify(chainOf(json), chainOf(socket))).toStrictEqual({ problems: ["TC702"] });
});

test("a client under another name is compared, and the class that runs is told", async () => {
  const chain = chainOf(json);
  const client = { ...chain, signature: { ...chain.signature, name: "Greeter" } };
  expect(await verify(client, chain)).toMatchObject({
    changes: [],
    notCompared: ["name: the running chain's class is Hello", ...defaults],
  });
});
