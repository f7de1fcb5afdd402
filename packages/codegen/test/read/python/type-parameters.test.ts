import { expect, test } from "vitest";
import { columns, readTarget } from "./pydantic-cases.js";

const head = "from typing import *\nfrom pydantic import *\n";

/** The field `x` of the model `M`. */
function read(code: string) {
  const { schema, diagnostics } = readTarget(head + code, "M", columns.validation);
  const field = schema.properties?.["x"];
  return { field, codes: diagnostics.map(({ code: found }) => found) };
}

const title = "X";
const [whole, text] = [{ type: "integer" }, { type: "string" }];

test.each([
  ["T", {}],
  ["T: int", whole],
  ["T: (int, str)", { anyOf: [whole, text] }],
  ["T = str", text],
  ["T: (int, str) = str", text],
])("a type parameter that is given nothing is what it says of itself: [%s]", (parameters, type) => {
  expect(read(`class M[${parameters}](BaseModel):\n    x: T\n`)).toStrictEqual({
    field: { title, ...type },
    codes: [],
  });
});

test("one that is given a type is that type, whatever it says of itself", () => {
  const generic = "class Box[T: (int, Missing)](BaseModel):\n    x: T\n";
  expect(read(`${generic}class M(Box[int]): ...\n`)).toStrictEqual({ field: { title, ...whole }, codes: [] });
});

test.each([
  ["T", {}],
  ["T = int", whole],
  ["T: int", whole],
  ["T: (int, str)", { anyOf: [whole, text] }],
])("so is one of an alias that is given nothing: [%s]", (parameters, items) => {
  const code = `type Items[${parameters}] = list[T]\nclass M(BaseModel):\n    x: Items\n`;
  const { schema, diagnostics } = readTarget(head + code, "M", columns.validation);
  expect([schema.$defs, diagnostics]).toStrictEqual([{ Items: { type: "array", items } }, []]);
});
