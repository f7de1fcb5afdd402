import { expect, test } from "vitest";
import { diffSignatures } from "../../src/diff/diff-signatures.js";
import type { ChainSignature, JsonSchema } from "../../src/signature.js";
import { objectOf, signatureOf } from "../emit/support/generate.js";
import { readPython } from "./support/read-chain.js";

function changesOf(old: ChainSignature, next: ChainSignature, options = {}): readonly string[] {
  return diffSignatures(old, next, options).changes.map(({ rule, place, before, after }) =>
    [rule, place, before ?? "", after ?? ""].join(" / "),
  );
}

function chain(models: string, result: string): ChainSignature {
  return readPython(`${models}
@chains.mark_entrypoint
class Scorer(chains.ChainletBase):
    async def run_remote(self) -> ${result}:
        ...
`);
}

test("a change in a tuple, a list, a dictionary and a variant says where it is", () => {
  const models = `class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int

class Dog(BaseModel):
    kind: Literal["dog"]
    names: dict[str, list[int]]

class Answer(BaseModel):
    pets: list[tuple[int, Cat | Dog]]
`;
  const next = models.replace("lives: int", "lives: str").replace("list[int]", "list[str]");
  expect(changesOf(chain(models, "Answer"), chain(next, "Answer"))).toStrictEqual([
    "output-changed / output.pets[][1]<Cat>.lives / number / string",
    "output-changed / output.pets[][1]<Dog>.names.*[] / number / string",
  ]);
});

test("a key that is deprecated is told from one that no longer is", () => {
  const old: JsonSchema = { type: "string" };
  const next: JsonSchema = { type: "string", deprecated: true };
  const of = (text: JsonSchema): ChainSignature => signatureOf({ input: objectOf({ text }) });
  expect(changesOf(of(old), of(next))).toStrictEqual(["deprecated-changed / input.text / not deprecated / deprecated"]);
  expect(changesOf(of(next), of(old))).toStrictEqual(["deprecated-changed / input.text / deprecated / not deprecated"]);
});

test("a model is spoken of where it comes first", () => {
  const models =
    "class Part(BaseModel):\n    size: int\n\nclass Answer(BaseModel):\n    one: Part\n    two: list[Part]\n";
  expect(changesOf(chain(models, "Answer"), chain(models.replace("size: int", "size: str"), "Answer"))).toStrictEqual([
    "output-changed / output.one.size / number / string",
  ]);
});

test("a name that comes to mean another type is told by its name", () => {
  const settings = "class Settings(BaseModel):\n    size: int\n";
  const both = (models: string): ChainSignature =>
    readPython(`${models}
@chains.mark_entrypoint
class Scorer(chains.ChainletBase):
    async def run_remote(self, settings: Settings) -> Settings:
        ...
`);
  expect(changesOf(both(settings), both(settings.replace("int", "int = 1")))).toStrictEqual([
    "output-now-optional / types.Settings.size / size: number / size?: number",
    "input-now-optional / input.settings.size / size: number / size?: number",
    "type-added / types.SettingsOutput /  / SettingsOutput",
    "documentation-changed / output.size /  / ",
  ]);
});

test("where the signature was read, and what its class says of itself to the platform, does not matter", () => {
  const signature = signatureOf({ output: { type: "string" } });
  const elsewhere = { ...signature, source: "other.py", chainName: "Other", displayName: "other" };
  expect(diffSignatures(signature, elsewhere)).toStrictEqual({ level: "none", changes: [] });
});

test("bytes that become text are another type in a binary call alone", () => {
  const bytes = signatureOf({ output: objectOf({ a: { type: "string", format: "binary" } }) });
  const text = signatureOf({ output: objectOf({ a: { type: "string" } }) });
  expect(diffSignatures(bytes, text).level).toBe("patch");
  expect(changesOf(bytes, text, { binary: true })).toContain("output-changed / binaryOutput.a / Uint8Array / string");
});

test("whole numbers that become any numbers may be null, where NaN comes as null", () => {
  const whole = signatureOf({ output: { type: "integer" } });
  const any = signatureOf({ output: { type: "number" } });
  expect(diffSignatures(whole, any).level).toBe("minor");
  expect(changesOf(whole, any, { nanAsNull: true })).toContain("output-widened / output / number / number | null");
});

test("recursion that stands elsewhere in a model is no change but of its text", () => {
  const node = (next: JsonSchema) => objectOf({ name: { type: "string" }, next });
  const reference = { $ref: "#/$defs/Node" };
  const old = signatureOf({
    output: { ...reference, $defs: { Node: node({ anyOf: [reference, { type: "null" }] }) } },
  });
  const unrolled = node({ anyOf: [node({ anyOf: [reference, { type: "null" }] }), { type: "null" }] });
  const next = signatureOf({ output: { ...reference, $defs: { Node: unrolled } } });
  expect(diffSignatures(old, next)).toMatchObject({ level: "patch", changes: [{ rule: "text-changed" }] });
});

test("a tuple is compared by its positions, with what follows them, and as a whole where it has other lengths", () => {
  const open = { type: "array", prefixItems: [{ type: "number" }], items: { type: "string" }, minItems: 1 };
  const some = { ...open, items: { enum: ["a", "b"] } };
  const pair = { type: "array", prefixItems: [{ type: "number" }, { type: "number" }], items: false, minItems: 2 };
  const upToPair = { ...pair, minItems: 1 };
  const anyNumbers = { ...open, items: { type: "number" } };
  const changed = (old: JsonSchema, next: JsonSchema): readonly string[] =>
    changesOf(signatureOf({ output: old }), signatureOf({ output: next }));
  expect(changed(open, some)).toStrictEqual(['output-narrowed / output[] / string / "a" | "b"']);
  expect(changed(some, { ...some, items: { const: "a" } })).toStrictEqual([
    'output-case-removed / output[] / "a" | "b" / "a"',
  ]);
  expect(changed(anyNumbers, pair)).toStrictEqual([
    "output-case-removed / output / [number, ...number[]] / [number, number]",
  ]);
  expect(changed(upToPair, pair)).toStrictEqual([
    "output-case-removed / output / [number, number?] / [number, number]",
  ]);
  expect(changed({ type: "array", items: { type: "number" } }, anyNumbers)).toStrictEqual([
    "output-narrowed / output / number[] / [number, ...number[]]",
  ]);
});
