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

test.each([
  ["its own in brackets", "class Tree[T](BaseModel):\n    value: T\n    kids: list[Tree[T]] = []\n", "Tree"],
  ["none", "class Tree[T](BaseModel):\n    value: T\n    kids: list[Tree] = []\n", "Tree_int_"],
])("a class with %s is the form of it that it stands in", (_what, tree, name) => {
  const use = name === "Tree" ? "Tree" : "Tree[int]";
  const { schema } = readTarget(`${head}${tree}class M(BaseModel):\n    x: ${use}\n`, "M", columns.validation);
  expect(Object.keys(schema.$defs ?? {})).toStrictEqual([name]);
});

test("variables of one name are told apart: by their files, and from the parameter of a class", () => {
  const files = {
    "shapes.py": `${head}T = TypeVar("T")\nItems = list[T]\nclass Box(BaseModel, Generic[T]):\n    x: T\n`,
  };
  const own = 'from shapes import Box, Items\nT = TypeVar("T")\n';
  const bodies = "    x: Items\n    box: Box\n    y: T\n";
  for (const generic of [`class Own(BaseModel, Generic[T]):\n${bodies}`, `class Own[T](BaseModel):\n${bodies}`]) {
    const { schema } = readTarget(`${head}${own}${generic}class M(Own[int]): ...\n`, "M", columns.validation, files);
    expect(schema.properties).toStrictEqual({
      x: { title: "X", type: "array", items: {} },
      box: { $ref: "#/$defs/Box" },
      y: { title: "Y", ...whole },
    });
  }
});

test.each([
  ["Items = list[T]", "Items[int, str]"],
  ["Items = list[int]", "Items[int]"],
  ["Items = Optional[Box[T]]", "Items[int]"],
  ["Items = dict[T, Other]", "Items[int, str]"],
  ["Items = dict[T, Literal['T']]", "Items[int, str]"],
])("an alias takes no more types than it has variables: %s, then %s", (alias, use) => {
  const files = { "shapes.py": `${head}T = TypeVar("T")\nOther = list[T]\n` };
  const box = 'from shapes import Other\nT = TypeVar("T")\nclass Box(BaseModel, Generic[T]):\n    x: T\n';
  const code = `${head}${box}${alias}\nclass M(BaseModel):\n    x: ${use}\n`;
  const { schema, diagnostics } = readTarget(code, "M", columns.validation, files);
  expect(schema.properties).toStrictEqual({ x: { title } });
  expect(diagnostics.map(({ code: found }) => found)).toStrictEqual(["TC210"]);
});

test("aliases of aliases that multiply are read in a short time", () => {
  const doubled = Array.from({ length: 60 }, (_, index) => `A${index + 1} = tuple[A${index}, A${index}]`);
  const code = `${head}T = TypeVar("T")\nA0 = list[T]\n${doubled.join("\n")}\nclass M(BaseModel):\n    x: list[A60[int]]\n`;
  expect(readTarget(code, "M", columns.validation).diagnostics.map(({ code: found }) => found)).toStrictEqual([
    "TC215",
  ]);
});
