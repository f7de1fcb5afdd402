import { expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../../../src/signature.js";

const prelude = `
import dataclasses
from typing import *
import truss_chains as chains
from pydantic import BaseModel, ConfigDict, RootModel, create_model
from pydantic.alias_generators import to_camel
T = TypeVar("T")
class Row(TypedDict):
    row_id: int
@dataclasses.dataclass
class Place:
    zip_code: int = 1
class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="allow")
class Box(BaseModel, Generic[T]):
    box_items: list[T]
Called = TypedDict("Called", {"called_id": int})
Made = create_model("Made", made_row=(Row, ...))
`;

function signatureOf(models: string, input: string, output = "None"): ChainSignature | undefined {
  const chain = `class A(chains.ChainletBase):\n    async def run_remote(self, a: ${input}) -> ${output}: ...\n`;
  return readPythonSource(memoryHost({ "chain.py": `${prelude}${models}\n${chain}` }), "chain.py", {}).signature;
}

/** The definitions of a schema. */
function definitionsOf(schema: JsonSchema | undefined): Readonly<Record<string, JsonSchemaObject>> {
  const all = typeof schema === "object" ? Object.entries(schema.$defs ?? {}) : [];
  return Object.fromEntries(all.flatMap(([name, found]) => (typeof found === "object" ? [[name, found]] : [])));
}

/** The keys of each definition of a schema. */
function keysOf(schema: JsonSchema | undefined): Readonly<Record<string, readonly string[]>> {
  const all = Object.entries(definitionsOf(schema));
  return Object.fromEntries(all.map(([name, { properties = {} }]) => [name, Object.keys(properties)]));
}

test.each([
  ["Place", { Place: ["zipCode"] }],
  ["list[Row]", { Row: ["rowId"] }],
  ["Called", { Called: ["calledId"] }],
  ["Box[Row]", { Box_Row_: ["box_items"], Row: ["row_id"] }],
  ["RootModel[Row]", { RootModel_Row_: [], Row: ["row_id"] }],
  ["Made", { Made: ["made_row"], Row: ["row_id"] }],
])("inside a model with aliases, `%s` takes them where it has no settings of its own", (type, keys) => {
  const { input } = signatureOf(`class M(Camel):\n    m: ${type}`, "M") ?? {};
  expect(keysOf(input)).toStrictEqual({ ...keys, M: ["m"] });
});

test("a base with arguments goes by the settings of the model that derives from it", () => {
  const { input } =
    signatureOf("class M(Box[Row]):\n    model_config = ConfigDict(alias_generator=to_camel)", "M") ?? {};
  expect(keysOf(input)).toStrictEqual({ M: ["boxItems"], Row: ["rowId"] });
});

test("each model has its own: the server knows the keys of a class by the model that it stands in", () => {
  const { input } =
    signatureOf("class M(Camel):\n    m: Place\nclass N(BaseModel):\n    n: Place\n    m: M", "N") ?? {};
  expect(Object.values(keysOf(input))).toStrictEqual([["m"], ["n", "m"], ["zip_code"], ["zipCode"]]);
});

test("what the input says of a class does not hold for the output", () => {
  const { input, output } = signatureOf("class M(Camel):\n    m: Row\nclass N(BaseModel):\n    n: Row", "M", "N") ?? {};
  expect(definitionsOf(input)["Row"]).toHaveProperty("additionalProperties", true);
  expect(definitionsOf(output)["Row"]).not.toHaveProperty("additionalProperties");
});

test.each([
  ["Place = Place(2)", { zip_code: 2 }],
  ["Row = {'row_id': 2}", { row_id: 2 }],
  ["Held = Held(place=Place(2))", { place: { zipCode: 2 } }],
])("a default that no model holds is shown by its names: `%s`", (field, standsFor) => {
  const { input } = signatureOf(`class Held(Camel):\n    place: Place\nclass M(Camel):\n    m: ${field}`, "M") ?? {};
  expect(definitionsOf(input)["M"]?.properties?.["m"]).toMatchObject({ default: standsFor });
});

test("of a dataclass and its bases the nearest that has settings counts, and they are not merged", () => {
  const models = `
from pydantic.dataclasses import dataclass
@dataclass(config=ConfigDict(extra="forbid"))
class Closed: a: int
@dataclass
class Bare(Closed): b: int
@dataclass(config=ConfigDict(title="Other"))
class Other(Closed): b: int
class M(BaseModel):
    bare: Bare
    other: Other
`;
  const { Bare, Other } = definitionsOf(signatureOf(models, "M")?.input);
  expect([Bare?.additionalProperties, Other?.additionalProperties, Other?.title]).toStrictEqual([
    false,
    undefined,
    "Other",
  ]);
});
