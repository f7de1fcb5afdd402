import type { ChangeLevel, ChangeRule } from "../../src/diff/rules.js";
import type { ValueUse } from "./support/consumers.js";

/** What a change means in one direction: how far it reaches, and its rules in the order that they are listed. */
export type Verdict = readonly [ChangeLevel, ...ChangeRule[]];

/** A change of the model `Value`, which callers give in one chain and get from another. */
export interface Change extends ValueUse {
  readonly name: string;
  /** Python that declares `Value`. */
  readonly before: string;
  readonly after: string;
  readonly input: Verdict;
  readonly output: Verdict;
}

/** A `Value` with these fields, after other declarations. */
function value(fields: string, declarations = ""): string {
  const lines = fields.split("\n").map((line) => `    ${line}`);
  return `${declarations}\nclass Value(BaseModel):\n${lines.join("\n")}\n`;
}

/** A change of the type of the only field. */
function type(before: string, after: string, declarations = ""): Pick<Change, "before" | "after"> {
  return { before: value(`a: ${before}`, declarations), after: value(`a: ${after}`, declarations) };
}

/** A change of what stands before `Value`, whose only field has this type. */
function declared(field: string, before: string, after: string): Pick<Change, "before" | "after"> {
  return { before: value(`a: ${field}`, before), after: value(`a: ${field}`, after) };
}

const number: ValueUse = { make: "{ a: 1 }", read: "return value.a.toFixed();" };
const text: ValueUse = { make: '{ a: "x" }', read: "return value.a.length;" };
const either: ValueUse = {
  make: '{ a: "x" }',
  read: 'return typeof value.a === "string" ? value.a.length : value.a.toFixed();',
};
const nullable: ValueUse = {
  make: "{ a: null }",
  read: "if (value.a === null) return 0;\nreturn value.a.toFixed();",
};
const sizes: ValueUse = {
  make: '{ a: "small" }',
  read: 'switch (value.a) {\ncase "small": return 1;\ncase "large": return 2;\ndefault: return never(value.a);\n}',
};
const flag: ValueUse = {
  make: "{ a: false }",
  read: "switch (value.a) {\ncase true: return 1;\ncase false: return 2;\ndefault: return never(value.a);\n}",
};
const list: ValueUse = { make: "{ a: [1, 2] }", read: "return value.a.map((item) => item.toFixed());" };
const pair: ValueUse = { make: "{ a: [1, 2] }", read: "const [x, y] = value.a;\nreturn x + y;" };
const record: ValueUse = { make: "{ a: { k: 1 } }", read: "return Object.values(value.a).map((n) => n.toFixed());" };
const nested: ValueUse = { make: '{ a: { name: "x" } }', read: "return value.a.name.length;" };
const tree: ValueUse = {
  make: '{ a: { name: "x", children: [{ name: "y", children: [] }] } }',
  read: "return value.a.children.flatMap((child) => child.children).map(({ name }) => name.length);",
};
const pets: ValueUse = {
  make: '{ a: { kind: "dog", barks: true } }',
  read: 'switch (value.a.kind) {\ncase "cat": return value.a.lives.toFixed();\ncase "dog": return value.a.barks;\ndefault: return never(value.a);\n}',
};

const small = 'class Size(enum.Enum):\n    SMALL = "small"\n    LARGE = "large"\n';
const smaller = small.replace('    LARGE = "large"\n', "");
const larger = `${small}    HUGE = "huge"\n`;
const part = "class Part(BaseModel):\n    name: str\n";
const keys = "class Keys(TypedDict):\n    name: NotRequired[str]\n";
const node = 'class Node(BaseModel):\n    name: str\n    children: list["Node"]\n';
const cat = 'class Cat(BaseModel):\n    kind: Literal["cat"]\n    lives: int\n';
const dog = 'class Dog(BaseModel):\n    kind: Literal["dog"]\n    barks: bool\n';
const fish = 'class Fish(BaseModel):\n    kind: Literal["fish"]\n    deep: bool\n';
const catOrDog = 'Annotated[Cat | Dog, Field(discriminator="kind")]';
const anyPet = 'Annotated[Cat | Dog | Fish, Field(discriminator="kind")]';

/** Changes whose verdict the compiler can tell: a consumer of the old client compiles if and only if it is not major. */
export const changes: readonly Change[] = [
  {
    name: "nothing",
    ...number,
    ...type("int", "int"),
    input: ["none"],
    output: ["none"],
  },
  {
    name: "a field that must be given",
    ...number,
    before: value("a: int"),
    after: value("a: int\nb: str"),
    input: ["major", "input-required-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a field with a default",
    ...number,
    before: value("a: int"),
    after: value('a: int\nb: str = "x"'),
    input: ["minor", "input-optional-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a field is gone",
    make: '{ a: 1, b: "x" }',
    read: "return value.b.length;",
    before: value("a: int\nb: str"),
    after: value("a: int"),
    input: ["major", "input-key-removed"],
    output: ["major", "output-key-removed"],
  },
  {
    name: "a field with a default is gone",
    make: '{ a: 1, b: "x" }',
    read: "return value.b.length;",
    before: value('a: int\nb: str = "x"'),
    after: value("a: int"),
    input: ["major", "input-key-removed"],
    output: ["major", "output-key-removed"],
  },
  {
    name: "a field has another name",
    ...number,
    before: value("a: int"),
    after: value("b: int"),
    input: ["major", "input-key-removed", "input-required-added"],
    output: ["major", "output-key-removed", "output-key-added"],
  },
  {
    name: "a field gets an alias: answers go by the name of the field",
    ...number,
    before: value("a: int"),
    after: value('a: int = Field(alias="b")'),
    input: ["major", "input-key-removed", "input-required-added"],
    output: ["none"],
  },
  {
    name: "a field gets a default",
    ...number,
    before: value("a: int"),
    after: value("a: int = 1"),
    input: ["minor", "input-now-optional"],
    output: ["patch", "documentation-changed"],
  },
  {
    name: "a field loses its default",
    make: "{}",
    read: "return value.a.toFixed();",
    before: value("a: int = 1"),
    after: value("a: int"),
    input: ["major", "input-now-required"],
    output: ["patch", "documentation-changed"],
  },
  {
    name: "a default is another one",
    make: "{}",
    read: "return value.a.toFixed();",
    before: value("a: int = 1"),
    after: value("a: int = 2"),
    input: ["minor", "input-default-changed"],
    output: ["patch", "documentation-changed"],
  },
  {
    name: "whole numbers become any numbers",
    ...number,
    ...type("int", "float"),
    input: ["minor", "input-looser"],
    output: ["minor", "output-looser"],
  },
  {
    name: "a number becomes a text",
    ...number,
    ...type("int", "str"),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "a number may be a text",
    ...number,
    ...type("int", "int | str"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a number or a text is a number",
    ...either,
    ...type("int | str", "int"),
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "a number may be null",
    ...number,
    ...type("int", "int | None"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a number can no longer be null",
    ...nullable,
    ...type("int | None", "int"),
    input: ["major", "input-narrowed"],
    output: ["minor", "output-narrowed"],
  },
  {
    name: "a default becomes None, and the type with it",
    make: "{}",
    read: "return value.a.toFixed();",
    before: value("a: int = 1"),
    after: value("a: int | None = None"),
    input: ["minor", "input-widened", "input-default-changed"],
    output: ["major", "output-widened", "documentation-changed"],
  },
  {
    name: "anything becomes a number",
    make: '{ a: "x" }',
    read: "return String(value.a);",
    ...type("Any", "int"),
    input: ["major", "input-narrowed"],
    output: ["minor", "output-narrowed"],
  },
  {
    name: "a number becomes anything",
    ...number,
    ...type("int", "Any"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a text becomes one of some",
    ...text,
    ...type("str", 'Literal["small", "large"]'),
    input: ["major", "input-narrowed"],
    output: ["minor", "output-narrowed"],
  },
  {
    name: "one of some texts becomes any text",
    ...sizes,
    ...type('Literal["small", "large"]', "str"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "one text more",
    ...sizes,
    ...type('Literal["small", "large"]', 'Literal["small", "large", "huge"]'),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "one text less",
    ...sizes,
    make: '{ a: "large" }',
    ...type('Literal["small", "large"]', 'Literal["small"]'),
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "one text is another",
    ...sizes,
    make: '{ a: "large" }',
    ...type('Literal["small", "large"]', 'Literal["small", "huge"]'),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "an enumeration gets a member",
    ...sizes,
    ...declared("Size", small, larger),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "an enumeration loses a member",
    ...sizes,
    make: '{ a: "large" }',
    ...declared("Size", small, smaller),
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "an enumeration becomes literals, and its name is gone",
    ...sizes,
    before: value("a: Size", small),
    after: value('a: Literal["small", "large"]'),
    input: ["major", "type-removed"],
    output: ["major", "type-removed"],
  },
  {
    name: "literals become an enumeration",
    ...sizes,
    before: value('a: Literal["small", "large"]'),
    after: value("a: Size", small),
    input: ["minor", "type-added"],
    output: ["minor", "type-added"],
  },
  {
    name: "a flag can only be set",
    ...flag,
    ...type("bool", "Literal[True]"),
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "a flag that is written as its two values",
    ...flag,
    ...type("Literal[True, False]", "bool"),
    input: ["patch", "text-changed"],
    output: ["patch", "text-changed"],
  },
  {
    name: "a list of texts instead of numbers",
    ...list,
    ...type("list[int]", "list[str]"),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "a list whose items may be null",
    ...list,
    ...type("list[int]", "list[int | None]"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a list becomes a set",
    ...list,
    ...type("list[int]", "set[int]"),
    input: ["patch", "text-changed"],
    output: ["patch", "text-changed"],
  },
  {
    name: "a tuple gets a position",
    ...pair,
    ...type("tuple[int, int]", "tuple[int, int, int]"),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "a position of a tuple may be null",
    ...pair,
    ...type("tuple[int, int]", "tuple[int, int | None]"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a tuple becomes a list",
    ...pair,
    ...type("tuple[int, int]", "list[int]"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a list becomes a tuple",
    ...list,
    ...type("list[int]", "tuple[int, int]"),
    read: "return value.a[2];",
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "a list that is taken apart becomes a tuple",
    ...list,
    ...type("list[int]", "tuple[int, int]"),
    read: "const [x, y, z] = value.a;\nreturn [x, y, z];",
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "a list that may be null becomes a tuple that may be null",
    ...list,
    ...type("list[int] | None", "tuple[int, int] | None"),
    read: "return value.a === null ? 0 : value.a[2];",
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "lists in a list become tuples",
    make: "{ a: [[1, 2]] }",
    read: "return value.a.map((item) => item[2]);",
    ...type("list[list[int]]", "list[tuple[int, int]]"),
    input: ["major", "input-narrowed"],
    output: ["major", "output-case-removed"],
  },
  {
    name: "a list is a tuple or a list",
    ...list,
    ...type("list[int]", "list[int] | tuple[int, int]"),
    read: "return value.a[2];",
    input: ["patch", "text-changed"],
    output: ["patch", "text-changed"],
  },
  {
    name: "a tuple loses a position",
    make: "{ a: [1, 2, 3] }",
    read: "const [x, y, z] = value.a;\nreturn x + y + z;",
    ...type("tuple[int, int, int]", "tuple[int, int]"),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "the values of a dictionary are texts",
    ...record,
    ...type("dict[str, int]", "dict[str, str]"),
    input: ["major", "input-changed"],
    output: ["major", "output-changed"],
  },
  {
    name: "the values of a dictionary may be null",
    ...record,
    ...type("dict[str, int]", "dict[str, int | None]"),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a dictionary has known keys only",
    make: "{ a: { other: 1 } }",
    read: 'return value.a["other"]?.toFixed();',
    ...type("dict[str, int]", 'dict[Literal["k", "l"], int]'),
    input: ["major", "input-key-removed", "input-optional-added", "input-optional-added"],
    output: ["major", "output-key-removed", "output-key-added", "output-key-added"],
  },
  {
    name: "a dictionary may have any keys",
    make: "{ a: { k: 1 } }",
    read: "return value.a.k?.toFixed();",
    ...type('dict[Literal["k", "l"], int]', "dict[str, int]"),
    input: ["minor", "input-optional-added"],
    output: ["major", "output-key-removed", "output-key-removed", "output-key-added"],
  },
  {
    name: "a dictionary has one known key more",
    make: "{ a: { k: 1 } }",
    read: "return value.a.k?.toFixed();",
    ...type('dict[Literal["k", "l"], int]', 'dict[Literal["k", "l", "m"], int]'),
    input: ["minor", "input-optional-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a model has another name",
    ...nested,
    before: value("a: Part", part),
    after: value("a: Piece", part.replace("Part", "Piece")),
    input: ["major", "type-renamed"],
    output: ["major", "type-renamed"],
  },
  {
    name: "a model within gets a field that must be given",
    ...nested,
    ...declared("Part", part, `${part}    size: int\n`),
    input: ["major", "input-required-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a key that could be missing is always there",
    make: "{ a: {} }",
    read: "return value.a.name?.length;",
    ...declared("Keys", keys, keys.replace("NotRequired[str]", "str")),
    input: ["major", "input-now-required"],
    output: ["minor", "output-now-required"],
  },
  {
    name: "a key may be missing",
    ...nested,
    ...declared("Keys", keys.replace("NotRequired[str]", "str"), keys),
    input: ["minor", "input-now-optional"],
    output: ["major", "output-now-optional"],
  },
  {
    name: "a model becomes a dictionary",
    ...nested,
    before: value("a: Part", part),
    after: value("a: dict[str, str]"),
    input: ["major", "type-removed", "input-widened"],
    output: ["major", "output-changed", "type-removed"],
  },
  {
    name: "a dictionary becomes a model",
    ...record,
    before: value("a: dict[str, int]"),
    after: value("a: Part", "class Part(BaseModel):\n    k: int\n"),
    input: ["major", "input-narrowed", "type-added"],
    output: ["major", "output-changed", "type-added"],
  },
  {
    name: "a model that holds itself gets a field",
    ...tree,
    ...declared("Node", node, `${node}    size: int\n`),
    input: ["major", "input-required-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a model that holds itself may be missing",
    ...tree,
    ...type("Node", "Node | None", node),
    input: ["minor", "input-widened"],
    output: ["major", "output-widened"],
  },
  {
    name: "a union gets a variant",
    ...pets,
    ...type(catOrDog, anyPet, cat + dog + fish),
    input: ["minor", "input-widened", "type-added"],
    output: ["major", "output-widened", "type-added"],
  },
  {
    name: "a union loses a variant",
    ...pets,
    ...type(catOrDog, "Cat", cat + dog),
    input: ["major", "input-narrowed", "type-removed"],
    output: ["major", "output-case-removed", "type-removed"],
  },
  {
    name: "a variant of a union gets a field",
    ...pets,
    ...declared(catOrDog, cat + dog, `${cat}${dog}    age: int\n`),
    input: ["major", "input-required-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a model may have keys that it does not know",
    ...number,
    before: value("a: int"),
    after: value('model_config = ConfigDict(extra="allow")\na: int'),
    input: ["minor", "input-optional-added"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a model can no longer have keys that it does not know",
    make: "{ a: 1, more: 2 }",
    read: 'return value["more"];',
    before: value('model_config = ConfigDict(extra="allow")\na: int'),
    after: value("a: int"),
    input: ["major", "input-key-removed"],
    output: ["major", "output-key-removed"],
  },
  {
    name: "a bound falls",
    ...number,
    ...type("int = Field(ge=5)", "int = Field(ge=1)"),
    input: ["minor", "input-looser"],
    output: ["minor", "output-looser"],
  },
  {
    name: "a date becomes any text",
    ...text,
    ...type("datetime.date", "str"),
    input: ["minor", "input-looser"],
    output: ["minor", "output-looser"],
  },
  {
    name: "a computed field",
    ...number,
    before: value("a: int"),
    after: value("a: int\n@computed_field\n@property\ndef b(self) -> str:\n    return str(self.a)"),
    input: ["none"],
    output: ["minor", "output-key-added"],
  },
  {
    name: "a field is described",
    ...number,
    ...type("int", 'int = Field(description="How many.")'),
    input: ["patch", "documentation-changed"],
    output: ["patch", "documentation-changed"],
  },
  {
    name: "a model is described",
    ...number,
    before: value("a: int"),
    after: value('"""What is scored."""\na: int'),
    input: ["patch", "documentation-changed"],
    output: ["patch", "documentation-changed"],
  },
  {
    name: "a field is deprecated",
    ...number,
    ...type("int", "int = Field(deprecated=True)"),
    input: ["minor", "deprecated-changed"],
    output: ["minor", "deprecated-changed"],
  },
  {
    name: "fields stand in another order",
    make: '{ a: 1, b: "x" }',
    read: "return value.b.length;",
    before: value("a: int\nb: str"),
    after: value("b: str\na: int"),
    input: ["patch", "text-changed"],
    output: ["patch", "text-changed"],
  },
];

/** Changes that callers notice when they call and not before: their types stay as they are. */
export const unseenChanges: readonly (Change & { readonly why: string })[] = [
  {
    name: "any numbers become whole numbers",
    why: "both are `number`",
    ...number,
    ...type("float", "int"),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
  {
    name: "a bound rises",
    why: "bounds are documentation",
    ...number,
    ...type("int = Field(ge=1)", "int = Field(ge=5)"),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
  {
    name: "a text has a length",
    why: "lengths are documentation",
    ...text,
    ...type("str", "str = Field(max_length=10)"),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
  {
    name: "a text has a pattern",
    why: "patterns are documentation",
    ...text,
    ...type("str", 'str = Field(pattern="^x")'),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
  {
    name: "a text becomes a date",
    why: "both are `string`",
    ...text,
    ...type("str", "datetime.date"),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
  {
    name: "a model refuses keys that it does not know",
    why: "no type has other keys, but a value may",
    ...number,
    before: value("a: int"),
    after: value('model_config = ConfigDict(extra="forbid")\na: int'),
    input: ["major", "input-stricter"],
    output: ["patch", "output-stricter"],
  },
];
