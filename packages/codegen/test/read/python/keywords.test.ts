import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { type PythonReadOptions, readPythonSource } from "../../../src/read/python/read-python.js";

const head = `from collections.abc import AsyncIterator
from typing import Annotated
import dataclasses
import pydantic
import truss_chains as chains
from truss_chains.streaming import stream_types as declare, stream_writer
`;

function read(code: string, options: PythonReadOptions = {}) {
  const { diagnostics, signature } = readPythonSource(memoryHost({ "chain.py": head + code }), "chain.py", options);
  const said = diagnostics.map(({ code: found, severity, message, help }) => {
    return `${severity} ${found} ${message}; ${help ?? ""}`;
  });
  return { said, signature };
}

const modelOf = (field: string): string => `class M(pydantic.BaseModel):
    ${field}
class A(chains.ChainletBase):
    def run_remote(self, m: M) -> str: ...
`;

const streamOf = (types: string): string => `class Item(pydantic.BaseModel):
    word: str
class A(chains.ChainletBase):
    async def run_remote(self) -> AsyncIterator[bytes]:
        yield stream_writer(${types})
`;

test("a misspelt frame is an error, under whatever name the function goes", () => {
  expect(read(streamOf("declare(Item, footer_t=Item)"))).toStrictEqual({
    said: ["error TC243 `stream_types` has no argument `footer_t`; is `footer_type` meant?"],
    signature: undefined,
  });
});

test("of a name that is near to nothing, all that there are are listed", () => {
  expect(read(streamOf("declare(Item, tail=Item)")).said).toStrictEqual([
    "error TC243 `stream_types` has no argument `tail`; it takes `item_type`, `header_type`, `footer_type`",
  ]);
});

test("where truss may be newer, it is a warning", () => {
  const { said, signature } = read(streamOf("declare(Item, footer_t=Item)"), { lenient: true });
  expect(said).toStrictEqual(["warning TC243 `stream_types` has no argument `footer_t`; is `footer_type` meant?"]);
  expect(signature?.transport).toBe("framed-stream");
});

test.each([
  ["x: pydantic.conint(gte=1)", "`conint` has no argument `gte`; is `ge` meant?"],
  ["x: Annotated[str, pydantic.StringConstraints(max_len=3)]", "is `max_length` meant?"],
  ["x: pydantic.constr(regex='a')", "`constr` has no argument `regex`; is `pattern` meant?"],
  ["x: pydantic.conlist(int, min_items=1)", "`conlist` has no argument `min_items`; is `min_length` meant?"],
  ["x: str = pydantic.Field(regex='a')", "`Field` has no argument `regex`; pydantic 2 calls it `pattern`"],
  ["x: int = pydantic.Field(1, const=True)", "`Field` has no argument `const`; make the type a `Literal`"],
  ["x: list = pydantic.Field(unique_items=True)", "`Field` has no argument `unique_items`; make the type a set"],
])("Python stops at `%s`", (field, message) => {
  const [said, ...others] = read(modelOf(field)).said;
  expect(said).toContain("error TC243");
  expect([said?.includes(message), others]).toStrictEqual([true, []]);
});

test("Python stops at a misspelt argument of a field of a dataclass, and of the mark", () => {
  const row =
    "@dataclasses.dataclass\nclass Row:\n    x: int = dataclasses.field(defualt=1)\nclass M(pydantic.BaseModel):\n    row: Row\n";
  const marked =
    '@chains.mark_entrypoint("A", chain=1)\nclass A(chains.ChainletBase):\n    def run_remote(self, m: M) -> str: ...\n';
  expect(read(row + marked).said.map((text) => text.split(";")[0])).toContain(
    "error TC243 `field` has no argument `defualt`",
  );
  expect(read(row.replace("defualt", "default") + marked).said).toStrictEqual([
    "error TC243 `mark_entrypoint` has no argument `chain`; it takes `cls_or_chain_name`",
  ]);
});

test.each([
  ["x: int = pydantic.Field(gte=1)", "`Field` has no argument `gte`; is `ge` meant?"],
  ["x: Annotated[int, pydantic.Field(desc='a')]", "`Field` has no argument `desc`; is `description` meant?"],
  ["x: int = pydantic.Field(**{'defalt': 1})", "`Field` has no argument `defalt`; is `default` meant?"],
  ["model_config = {'extr': 'forbid'}", "`ConfigDict` has no argument `extr`; is `extra` meant?"],
])("pydantic takes `%s`, which constrains nothing", (field, message) => {
  const { said, signature } = read(modelOf(field));
  expect(said).toStrictEqual([`warning TC243 ${message}`]);
  expect(signature).toBeDefined();
});

test.each([
  "x: int = pydantic.Field(ge=1, unit='cm')",
  "x: list[int] = pydantic.Field(min_items=1, max_items=2)",
  "model_config = pydantic.ConfigDict(extra='forbid', our_own=True)",
  "x: pydantic.conlist(int, min_length=1)",
])("what is right, or a word of the user's own, is not said anything of: `%s`", (field) => {
  expect(read(modelOf(field)).said).toStrictEqual([]);
});

test.each([
  ['pydantic.Field(json_schema_extra={"required": True, "unit": "m"})', "required is a list of names"],
  ['pydantic.Field(json_schema_extra={"examples": {"a": 1}, "unit": "m"})', "examples is a list of values"],
  ['pydantic.Field(json_schema_extra={"$ref": 1, "unit": "m"})', "$ref is a string"],
])("a keyword that is no valid JSON Schema is left out: %s", (field, reason) => {
  const { said, signature } = read(modelOf(`x: int = ${field}`));
  expect(said).toStrictEqual([
    `warning TC116 A keyword that is not valid JSON Schema is left out: ${reason}; correct the keyword`,
  ]);
  const m = signature?.input?.$defs?.["M"];
  const x = typeof m === "object" ? m.properties?.["x"] : undefined;
  expect(x).toStrictEqual({ title: "X", type: "integer", unit: "m" });
});

test("so is one that is further in, and one of `WithJsonSchema`", () => {
  const given = 'pydantic.WithJsonSchema({"type": "array", "items": {"type": "text"}, "prefixItems": [3]})';
  const { said, signature } = read(modelOf(`x: Annotated[list, ${given}]`));
  expect(said).toHaveLength(2);
  const m = signature?.input?.$defs?.["M"];
  const x = typeof m === "object" ? m.properties?.["x"] : undefined;
  expect(x).toStrictEqual({ title: "X", type: "array", items: {}, prefixItems: [true] });
});

test("a deprecation that cannot be known is left out, as is said", () => {
  const { said, signature } = read(modelOf("x: int = pydantic.Field(deprecated=read())"));
  expect(said).toStrictEqual([expect.stringContaining("Whether this is deprecated cannot be known")]);
  expect(signature?.input?.$defs?.["M"]).toMatchObject({ properties: { x: { title: "X", type: "integer" } } });
  expect(JSON.stringify(signature)).not.toContain("deprecated");
});
