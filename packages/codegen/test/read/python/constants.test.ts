import { describe, expect, test } from "vitest";
import { columns, readTarget } from "./pydantic-cases.js";

const head = "from typing import *\nfrom pydantic import *\n";

function read(code: string) {
  const { schema, diagnostics } = readTarget(head + code, "M", columns.validation);
  const field = schema.properties?.["x"];
  return {
    shown: typeof field === "object" ? field.default : undefined,
    codes: diagnostics.map((diagnostic) => diagnostic.code),
  };
}

const doubled = (line: (index: number) => string): string =>
  Array.from({ length: 60 }, (_, index) => line(index)).join("\n");

describe("what would take time or memory without end is left out in time", () => {
  test.each([
    ["lists that double", `${doubled((index) => `L${index} = [L${index + 1}] * 2`)}\nL60 = [0]`, "L0"],
    ["lists that double by unpacking", `${doubled((index) => `L${index} = [*L${index + 1}] * 2`)}\nL60 = [0]`, "L0"],
    [
      "lists that double and are compared",
      `${doubled((index) => `L${index} = [L${index + 1}] * 2`)}\nL60 = [0]`,
      "L0 == L1",
    ],
    ["texts that double", `${doubled((index) => `S${index} = S${index + 1} * 2`)}\nS60 = "a"`, "S0"],
    ["texts that are put into themselves", 'S = "a" * 10_000', 'S.replace("a", S)'],
    ["texts that are joined by themselves", 'S = "a" * 10_000', "S.join(S)"],
    ["texts that are formatted by themselves", 'S = "{0}" * 3000', "S.format(S)"],
    ["widths", "", "f'{1:1000000}'"],
    ["placeholders with widths", "", "('%9999d' * 3000) % tuple(range(3000))"],
    ["ranges", "", "list(range(10 ** 12))"],
    ["repetitions", "", "[0] * 10 ** 9"],
    ["numbers", "", "float(10 ** 400) + 9 ** 9 ** 9"],
    ["digits", "", "f'{1.5:.1000000f}'"],
  ])(
    "%s",
    (_title, before, value) => {
      expect(read(`${before}\nclass M(BaseModel):\n    x: Any = ${value}\n`)).toStrictEqual({
        shown: undefined,
        codes: ["TC213"],
      });
    },
    5_000,
  );
});

describe("an instance that holds itself, or more than a signature can, is left out", () => {
  test.each([
    [
      "a model with itself",
      "class P(BaseModel):\n    p: Any = None\n    q: 'Optional[P]' = P.model_construct()",
      "P()",
    ],
    ["a factory that makes itself", "class P(BaseModel):\n    p: Any = Field(default_factory=lambda: P())", "P()"],
    [
      "a default that is one",
      "class P(BaseModel):\n    p: 'Any' = Q()\nclass Q(BaseModel):\n    p: 'Any' = P()",
      "P()",
    ],
    ["names of prototypes", "", "dict(__proto__=1, constructor=object()).get('toString', object())"],
  ])(
    "%s",
    (_title, before, value) => {
      expect(read(`${before}\nclass M(BaseModel):\n    x: Any = ${value}\n`).shown).toBeUndefined();
    },
    5_000,
  );

  test("a key that is a name of an object's own is a key like any other", () => {
    const code = 'class M(BaseModel):\n    x: Any = {"__proto__": 1, **dict(constructor=2)}\n';
    expect(read(code)).toStrictEqual({
      shown: Object.fromEntries([
        ["__proto__", 1],
        ["constructor", 2],
      ]),
      codes: [],
    });
  });
});

describe("what a field or a class says is never lost without a word", () => {
  test.each([
    ["an argument that is unpacked", "x: int = Field(*make())", ["TC213"]],
    ["settings that are unpacked", "x: int = Field(**make())", ["TC213"]],
    ["an alias", "x: int = Field(alias=make())", ["TC213"]],
    ["an alias for the input", "x: int = Field(validation_alias=make())", ["TC213"]],
    ["an exclusion", "x: int = Field(exclude=make())", ["TC213"]],
    ["a discriminator", "x: Union[A, B] = Field(discriminator=make())", ["TC213"]],
    ["a deprecation", "x: int = Field(deprecated=make())", ["TC213"]],
    ["an example", "x: int = Field(examples=make())", ["TC213"]],
    ["a setting of the class", "model_config = ConfigDict(extra=make())\n    x: int", ["TC213"]],
    ["all settings of the class", "model_config = make()\n    x: int", ["TC213"]],
    ["a serializer by a lambda", "x: Annotated[int, PlainSerializer(lambda v: v)]", ["TC221"]],
    ["a serializer around another", "x: Annotated[int, WrapSerializer(lambda v, h: h(v))]", ["TC221"]],
    ["a serializer of a field", "x: int\n    @field_serializer('x')\n    def s(self, v): return v", ["TC221"]],
    ["a serializer of a model", "x: int\n    @model_serializer\n    def s(self): return 1", ["TC221"]],
    [
      "a serializer around a model",
      "x: int\n    @model_serializer(mode='wrap')\n    def s(self, h): return 1",
      ["TC221"],
    ],
    ["a serializer with a type", "x: int\n    @field_serializer('x')\n    def s(self, v) -> str: return v", []],
    ["a computed field without a type", "x: int\n    @computed_field\n    def y(self): return 1", ["TC212"]],
  ])("%s", (_title, body, codes) => {
    const classes =
      'def make(): ...\nclass A(BaseModel):\n    k: Literal["a"]\nclass B(BaseModel):\n    k: Literal["b"]\n';
    expect(read(`${classes}class M(BaseModel):\n    ${body}\n`).codes).toStrictEqual(codes);
  });
});

describe("a constant has the value that it has where it is used", () => {
  test.each([
    ["X", "X = 1", "X = 2"],
    ["X[0]", "X = [1]", "X = [2]"],
    ["X", "X = 1", "if __name__ == '__main__':\n    X = 2"],
    ["X", "X = 1\nif __name__ == '__main__':\n    X = 2", ""],
    ["X", "if __name__ != '__main__':\n    X = 1\nelse:\n    X = 2", ""],
    ["C.X", "class C:\n    X = 1", "class C:\n    X = 2"],
  ])("%s", (value, before, after) => {
    const code = `${before}\nclass M(BaseModel):\n    x: Any = ${value}\n${after}\n`;
    expect(read(code)).toStrictEqual({ shown: 1, codes: [] });
  });

  test.each([
    ["a key that is added", 'X["b"] = 1'],
    ["a key within that is added", 'X["a"]["b"] = 1'],
    ["an item that is added to", 'X["a"] += 1'],
    ["a method that changes it", "X.update(b=1)"],
    ["a method that changes what is in it", 'X["a"].append(1)'],
    ["a change in a loop", "for i in range(3):\n    X[i] = i"],
    ["another value under a condition", "if M:\n    X = {}"],
    ["another value in an except", "try:\n    X = load()\nexcept OSError:\n    pass"],
  ])("what is changed is not known: %s", (_title, change) => {
    const code = `X = {"a": []}\n${change}\nclass M(BaseModel):\n    x: Any = X\n`;
    expect(read(code)).toStrictEqual({ shown: undefined, codes: ["TC213"] });
  });
});
