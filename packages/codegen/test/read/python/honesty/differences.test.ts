import { describe, expect, test } from "vitest";
import { type Column, columns, readTarget } from "../pydantic-cases.js";

const prelude = `
import collections, dataclasses, datetime, decimal, enum, fractions, pathlib, uuid
from typing import *
from pydantic import *
from pydantic.dataclasses import dataclass
from pydantic.experimental.missing_sentinel import MISSING
from pydantic.json_schema import SkipJsonSchema
from truss_chains.pydantic_numpy import NumpyArrayField
class Plain(enum.Enum):
    A = "a"
class Numbers(enum.Enum):
    A = 1
class Texts(str, enum.Enum):
    A = "a"
class Integers(enum.IntEnum):
    A = 1
class Dates(enum.Enum):
    A = datetime.date(2020, 1, 1)
class Lists(enum.Enum):
    A = [1]
class Flags(enum.Flag):
    A = 1
class Frozen(BaseModel):
    a: int
@dataclasses.dataclass
class Raw:
    a: bytes
@dataclasses.dataclass
class Settled:
    __pydantic_config__ = ConfigDict()
    a: bytes
class Waits(TypedDict):
    a: datetime.timedelta
class Pair(NamedTuple):
    a: bytes
    b: datetime.timedelta
def known(value) -> int: ...
def unknown(value): ...
`;

type Sides = "the input" | "the output" | "both" | "neither";

/** On which sides a model with this body is warned of. */
function sidesOf(body: string): Sides {
  const [input, output] = (["validation", "wire"] satisfies Column[]).map((column) => {
    const { diagnostics } = readTarget(`${prelude}\nclass M(BaseModel):\n    ${body}\n`, "M", columns[column]);
    return diagnostics.some(({ code }) => code === "TC242");
  });
  return input === true ? (output === true ? "both" : "the input") : output === true ? "the output" : "neither";
}

type Row = readonly [body: string, sides: Sides];

/** A field whose model is strict. */
const strict = (annotation: string): string => `model_config = ConfigDict(strict=True)\n    x: ${annotation}`;

const rows: Readonly<Record<string, readonly Row[]>> = {
  "values that JSON cannot carry": [
    ["x: type[int]", "both"],
    ["x: Type[int]", "both"],
    ["x: InstanceOf[Frozen]", "the input"],
    ["x: InstanceOf[int]", "neither"],
    ["x: complex", "neither"],
    ["x: list[InstanceOf[Plain]]", "the input"],
  ],
  strictness: [
    ["x: StrictBytes", "the input"],
    ["x: StrictInt", "neither"],
    ["x: Annotated[datetime.date, Strict()]", "the input"],
    ["x: Annotated[datetime.date, Strict(False)]", "neither"],
    ["x: Annotated[list[datetime.date], Strict()]", "neither"],
    ["x: list[Annotated[uuid.UUID, Strict()]]", "the input"],
    ["x: tuple[int, int] = Field(strict=True)", "the input"],
    ["x: int = Field(strict=True)", "neither"],
    ["x: condate(strict=True)", "the input"],
    ["x: condate(strict=False)", "neither"],
    [strict("pathlib.Path"), "the input"],
    [strict("list[decimal.Decimal]"), "the input"],
    [strict("Texts"), "the input"],
    [strict("Frozen"), "neither"],
    [strict("list[str]"), "neither"],
  ],
  "values of enumerations": [
    ["x: Plain", "neither"],
    ["x: Lists", "neither"],
    ["x: Dates", "the input"],
    ["x: Flags", "both"],
    ["x: enum.IntFlag('F', 'A B')", "both"],
    ["x: Literal[Plain.A]", "the input"],
    ["x: Literal['b', Plain.A]", "the input"],
    ["x: Literal[Texts.A, Integers.A]", "neither"],
    ["x: Literal[b'a']", "the input"],
  ],
  "keys and items": [
    ["x: dict[tuple[int, int], str]", "the input"],
    ["x: dict[frozenset[int], str]", "both"],
    ["x: dict[None, str]", "the input"],
    ["x: dict[Numbers, str]", "the input"],
    ["x: dict[Literal[1, 2], str]", "the input"],
    ["x: dict[Integers, str]", "neither"],
    ["x: dict[Plain, str]", "neither"],
    ["x: dict[Optional[str], dict[int, str]]", "neither"],
    ["x: set[list[int]]", "the input"],
    ["x: set[tuple[int, ...]]", "neither"],
  ],
  "what is sent in place of a value": [
    ["x: SecretStr", "the output"],
    ["x: Secret[int]", "the output"],
    ["x: SecretStr = Field(exclude=True)", "neither"],
    ["x: ImportString", "the output"],
    ["x: Union[int, SkipJsonSchema[str]]", "the output"],
    ["x: Annotated[Optional[int], SkipJsonSchema()] = None", "the output"],
    ["x: Union[int, MISSING] = MISSING", "the output"],
    ["x: OnErrorOmit[int]", "both"],
    ["x: OnErrorOmit[int] = 1", "the output"],
    ["x: list[OnErrorOmit[int]]", "neither"],
    ["model_config = ConfigDict(json_encoders={int: str})\n    x: int", "the output"],
    ["model_config = ConfigDict(ser_json_inf_nan='strings')\n    x: float", "the output"],
    ["model_config = ConfigDict(ser_json_inf_nan='null')\n    x: float", "neither"],
    ["model_config = ConfigDict(ser_json_temporal='seconds')\n    x: datetime.date", "the output"],
    ["model_config = ConfigDict(ser_json_temporal='iso8601')\n    x: datetime.date", "neither"],
    ["model_config = ConfigDict(ser_json_bytes='base64')\n    x: bytes", "the input"],
    ["model_config = ConfigDict(ser_json_bytes='base64', val_json_bytes='base64')\n    x: bytes", "neither"],
  ],
  "classes that go by the settings around them": [
    ["model_config = ConfigDict(ser_json_bytes='base64', val_json_bytes='base64')\n    x: Raw", "both"],
    ["model_config = ConfigDict(ser_json_bytes='base64', val_json_bytes='base64')\n    x: Settled", "neither"],
    ["model_config = ConfigDict(ser_json_bytes='base64', val_json_bytes='base64')\n    x: Pair", "neither"],
    ["model_config = ConfigDict(ser_json_timedelta='float')\n    x: list[Waits]", "both"],
    ["model_config = ConfigDict(ser_json_timedelta='float')\n    x: Pair", "neither"],
    ["model_config = ConfigDict(ser_json_timedelta='iso8601')\n    x: Waits", "neither"],
    ["model_config = ConfigDict(ser_json_temporal='seconds')\n    x: Waits", "the output"],
    ["model_config = ConfigDict(json_encoders={bytes: str})\n    x: Raw", "the output"],
  ],
  "aliases and defaults": [
    ["x: int = Field(validation_alias=AliasPath('p', 0))", "the input"],
    ["x: int = Field(validation_alias=AliasChoices(AliasPath('p', 0), 'q'))", "neither"],
    ["x: int = Field(validation_alias=AliasChoices(AliasPath('p', 0), AliasPath('q', 1)))", "the input"],
    ["x: int = Field(validation_alias=AliasChoices(AliasPath('p', 0), AliasPath('q')))", "neither"],
    ["x: int = Field(validation_alias=made())", "neither"],
    [
      "model_config = ConfigDict(validate_by_name=True)\n    x: int = Field(validation_alias=AliasPath('p', 0))",
      "neither",
    ],
    [
      "model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)\n    x: int = Field(alias='y')",
      "the input",
    ],
    ["model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)\n    x: int", "neither"],
    ["x: int = None", "neither"],
    ["x: int = Field(None, validate_default=True)", "the input"],
    ["x: Optional[int] = Field(None, validate_default=True)", "neither"],
    ["x: NumpyArrayField = None", "the output"],
    ["x: Optional[NumpyArrayField] = None", "neither"],
    ["x: SkipJsonSchema[int]", "both"],
    ["x: SkipJsonSchema[int] = 1", "the output"],
  ],
  "validators and serializers": [
    ["x: Annotated[int, PlainValidator(unknown)]", "both"],
    ["x: Annotated[int, PlainValidator(known)]", "the input"],
    ["x: Annotated[int, PlainValidator(known, json_schema_input_type=str)]", "neither"],
    ["x: Annotated[int, BeforeValidator(unknown)]", "neither"],
    ["x: int\n    @field_validator('x', mode='plain')\n    def v(cls, value): ...", "both"],
    ["x: int\n    @field_validator('x', mode='plain')\n    def v(cls, value) -> int: ...", "the input"],
    ["x: int\n    @field_validator('x')\n    def v(cls, value): ...", "neither"],
    [
      "x: Optional[int] = None\n    @field_serializer('x', when_used='unless-none')\n    def s(self, value) -> str: ...",
      "the output",
    ],
    [
      "x: Optional[int]\n    @field_serializer('x', when_used='unless-none')\n    def s(self, value) -> str: ...",
      "neither",
    ],
  ],
  "types that `json_schema_extra` says": [
    ["x: int = Field(json_schema_extra={'type': 'string'})", "both"],
    ["x: int = Field(json_schema_extra={'type': 'integer', 'unit': 's'})", "neither"],
    ["x: Optional[int] = Field(None, json_schema_extra={'type': 'integer'})", "both"],
    ["x: str = Field(json_schema_extra={'format': 'date', 'examples': ['a']})", "neither"],
    ["x: list[Annotated[str, Field(json_schema_extra={'enum': ['a']})]]", "both"],
    ["x: list[Frozen] = Field(json_schema_extra={'items': {'$ref': '#/$defs/Other'}})", "both"],
    ["model_config = ConfigDict(json_schema_extra={'required': []})\n    x: int", "both"],
    ["model_config = ConfigDict(json_schema_extra={'type': 'object', 'example': {'x': 1}})\n    x: int", "neither"],
    ["@computed_field(json_schema_extra={'type': 'string'})\n    def x(self) -> int: ...", "the output"],
  ],
  "unions with what raises": [
    ["x: Union[NumpyArrayField, int]", "the input"],
    ["x: Union[float, NumpyArrayField]", "the input"],
    ["x: Union[int, str, NumpyArrayField]", "neither"],
    ["x: Optional[NumpyArrayField]", "neither"],
    ["x: Union[fractions.Fraction, list[int]]", "the input"],
    ["x: Union[fractions.Fraction, int, str]", "neither"],
  ],
};

describe.each(Object.entries(rows))("of %s, a schema that says other than the server does is warned of", (_, of) => {
  test.each(of)("%s: %s", (body, sides) => {
    expect(sidesOf(body)).toBe(sides);
  });
});

test("what a dataclass has only for its initializer, or keeps from it, is warned of", () => {
  const sides = ["b: dataclasses.InitVar[int] = 1", "b: int = dataclasses.field(default=1, init=False)", "b: int = 1"];
  const found = sides.map((field) => {
    const body = `x: int\n@dataclasses.dataclass\nclass D:\n    a: int\n    ${field}\nclass N(BaseModel):\n    d: D`;
    return (["validation", "wire"] satisfies Column[]).map((column) => {
      const code = `${prelude}\nclass M(BaseModel):\n    ${body}\n`;
      return readTarget(code, "N", columns[column]).diagnostics.map((diagnostic) => diagnostic.code);
    });
  });
  expect(found).toStrictEqual([
    [[], ["TC242"]],
    [["TC242"], []],
    [[], []],
  ]);
});

test("a class without settings is warned of where it stands in models of different ones, and its keys are not the same", () => {
  const camel = "model_config = ConfigDict(alias_generator=pydantic.alias_generators.to_camel)";
  const classes = [
    ["@dataclasses.dataclass\nclass Place:\n    a_b: int", camel],
    ["class Place(TypedDict):\n    a_b: int", camel],
    ["Place = TypedDict('Place', {'a_b': int})", camel],
    ["@dataclasses.dataclass\nclass Place:\n    __pydantic_config__ = ConfigDict()\n    a_b: int", camel],
    ["class Place(NamedTuple):\n    a_b: int", camel],
    ["class Place(BaseModel):\n    a_b: int", camel],
    ["class Place(TypedDict):\n    a_b: int", "model_config = ConfigDict(title='Other')"],
  ];
  const found = classes.map(([place, settings]) => {
    const body = `x: Place\nclass Other(BaseModel):\n    ${settings}\n    x: Place\nclass N(BaseModel):\n    m: M\n    o: Other`;
    return (["validation", "wire"] satisfies Column[]).map((column) => {
      const code = `${prelude}import pydantic.alias_generators\n${place}\nclass M(BaseModel):\n    ${body}\n`;
      return readTarget(code, "N", columns[column]).diagnostics.map(({ code: given, location }) => [
        given,
        location?.line,
      ]);
    });
  });
  expect(found).toStrictEqual([
    [[["TC242", 41]], []],
    [[["TC242", 40]], []],
    [[["TC242", 40]], []],
    ...Array.from({ length: 4 }, () => [[], []]),
  ]);
});

test("where `None` comes out beside what a serializer gives, the schema has both", () => {
  const serializer = "@field_serializer('x', when_used='json-unless-none')\n    def s(self, value) -> str: ...";
  const code = `${prelude}\nclass M(BaseModel):\n    x: Optional[int]\n    ${serializer}\n`;
  const { schema } = readTarget(code, "M", columns.wire);
  expect(schema.properties).toStrictEqual({ x: { anyOf: [{ type: "null" }, { type: "string" }], title: "X" } });
});

test("a warning is at the place, in the words of the place, and once for both sides", () => {
  const code = `${prelude}\nclass M(BaseModel):\n    x: list[Secret[int]]\n`;
  const { diagnostics } = readTarget(code, "M", columns.wire);
  expect(diagnostics.map(({ severity, location }) => [severity, location?.column, location?.length])).toStrictEqual([
    ["warning", 13, 11],
  ]);
});
