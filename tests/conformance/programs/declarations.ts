import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import { type Annotation, annotation, type Named } from "./annotations.js";
import type { Declared, Maker } from "./declared.js";
import { typeMakers } from "./named-types.js";
import { type Snippet, snippet } from "./program.js";

/** The kinds of declarations, with how often each is picked. */
const makers: readonly Maker[] = [
  ...[model, model, model, model, generic, enumeration, enumeration],
  ...[dataclass, dataclass, typedDict, namedTuple],
  ...typeMakers,
];

export function declare(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  return (random.pick(makers) ?? model)(random, name, key, before);
}

const configs: readonly Snippet[] = [
  snippet("", "no config"),
  snippet("", "no config"),
  snippet('    model_config = pydantic.ConfigDict(extra="forbid")\n', "extra=forbid"),
  snippet('    model_config = {"extra": "ignore"}\n', "extra=ignore"),
  snippet('    class Config:\n        extra = "allow"\n', "class Config"),
  snippet("    model_config = pydantic.ConfigDict(alias_generator=to_camel)\n", "alias_generator"),
  snippet(
    "    model_config = pydantic.ConfigDict(alias_generator=to_camel, populate_by_name=True)\n",
    "alias_generator",
  ),
  snippet("    model_config = pydantic.ConfigDict(use_enum_values=True, frozen=True)\n", "use_enum_values"),
  snippet('    model_config = pydantic.ConfigDict(title="Of its own", extra="allow")\n', "title"),
];

const dataclassDecorators: readonly Snippet[] = [
  snippet("@dataclasses.dataclass\n", "dataclass"),
  snippet("@dataclasses.dataclass\n", "dataclass"),
  snippet("@pydantic.dataclasses.dataclass\n", "pydantic dataclass"),
  snippet("@dataclasses.dataclass(kw_only=True)\n", "keyword-only dataclass"),
  snippet("@dataclasses.dataclass(frozen=True, slots=True)\n", "dataclass"),
  snippet("@pydantic.dataclasses.dataclass(kw_only=True, frozen=True)\n", "keyword-only dataclass"),
];

const extras: readonly Snippet[] = [
  snippet(
    '    @pydantic.model_validator(mode="after")\n    def check(self):\n        return self\n',
    "model_validator",
  ),
  snippet(
    "    @pydantic.computed_field\n    @property\n    def size(self) -> int:\n        return 1\n",
    "computed_field",
  ),
  snippet(
    '    @pydantic.computed_field(alias="sizeOfIt")\n    @functools.cached_property\n    def its_size(self) -> Optional[list[float]]:\n        """How large it is."""\n        return None\n',
    "computed_field with an alias",
  ),
  snippet("    limit: typing.ClassVar[int] = 3\n", "ClassVar"),
  snippet("    _cache: dict = pydantic.PrivateAttr(default_factory=dict)\n", "private attribute"),
];

function model(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  const bases = before.filter(({ kind }) => kind === "model");
  const base = random.between(0, 2) === 0 ? random.pick(bases) : undefined;
  const doc = random.between(0, 1) === 0 ? `    """What a ${name} is.\n\n    More of it.\n    """\n` : "";
  const config = random.pick(configs) ?? snippet("");
  const head: Snippet = {
    text: `class ${name}(${base === undefined ? "BaseModel" : `«${base.key}»`}):\n${doc}${config.text}`,
    covers: [
      ...config.covers,
      "model",
      ...(base === undefined ? [] : ["model inheritance"]),
      ...(doc === "" ? [] : ["docstring"]),
    ],
  };
  const fields = fieldsOf(random, key, before, "model");
  const extra = random.between(0, 2) === 0 ? [random.pick(extras) ?? snippet("")] : [];
  const recursive = random.between(0, 5) === 0 ? [random.pick(recursionsOf(name, key)) ?? snippet("")] : [];
  const isAllOptional = base === undefined && fields.every(({ isRequired }) => !isRequired);
  return {
    declaration: {
      key,
      name,
      head,
      members: [...fields.map(({ member }) => member), ...recursive, ...extra],
      emptyBody: "    pass\n",
    },
    named: { key, kind: "model", ...(isAllOptional ? { default: `«${key}»()` } : {}) },
  };
}

/** Fields that refer to their own class. */
function recursionsOf(name: string, key: string): readonly Snippet[] {
  const types = [`"Optional[${name}]" = None`, `list["${name}"] = []`, `Optional[dict[str, "${name}"]] = Field(None)`];
  return types.map((type) => snippet(`    r${key}: ${type}\n`, "recursive model"));
}

function generic(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  const head = snippet(`${name}T = TypeVar("${name}T")\nclass ${name}(BaseModel, Generic[${name}T]):\n`, "generic");
  const own = [snippet(`    item: ${name}T\n`, "generic"), snippet(`    items: list[${name}T] = []\n`, "generic")];
  const fields = fieldsOf(random, key, before, "model").map(({ member }) => member);
  return {
    declaration: { key, name, head, members: [...own, ...fields], emptyBody: "    pass\n" },
    named: { key, kind: "generic" },
  };
}

function enumeration(random: Random, name: string, key: string): Declared {
  const isText = random.between(0, 1) === 0;
  const bases = random.pick(isText ? ["str, enum.Enum", "enum.StrEnum"] : ["enum.IntEnum", "int, enum.Enum"]) ?? "";
  const members = [1, 2, 3].map((number) => snippet(`    M${number} = ${isText ? `"m${number}"` : number}\n`, "enum"));
  return {
    declaration: { key, name, head: snippet(`class ${name}(${bases}):\n`, "enum"), members, emptyBody: "    M1 = 1\n" },
    named: { key, kind: "enum", default: `«${key}».M1` },
  };
}

function dataclass(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  const fields = bareFirst(fieldsOf(random, key, before, "dataclass"));
  const decorator = random.pick(dataclassDecorators) ?? snippet("");
  return {
    declaration: {
      key,
      name,
      head: { text: `${decorator.text}class ${name}:\n`, covers: decorator.covers },
      members: fields,
      emptyBody: "    pass\n",
    },
    named: { key, kind: "row" },
  };
}

function namedTuple(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  return {
    declaration: {
      key,
      name,
      head: snippet(`class ${name}(NamedTuple):\n`, "NamedTuple"),
      members: bareFirst(fieldsOf(random, key, before, "plain")),
      emptyBody: "    pass\n",
    },
    named: { key, kind: "row" },
  };
}

function typedDict(random: Random, name: string, key: string, before: readonly Named[]): Declared {
  const fields = fieldsOf(random, key, before, "plain").map(({ annotated, name: field }) => {
    return { text: `    ${field}: ${annotated.type.text}\n`, covers: annotated.type.covers };
  });
  return {
    declaration: {
      key,
      name,
      head: snippet(`class ${name}(TypedDict):\n`, "TypedDict"),
      members: fields,
      emptyBody: "    pass\n",
    },
    named: { key, kind: "row" },
  };
}

interface FieldPart {
  readonly name: string;
  readonly annotated: Annotation;
  readonly member: Snippet;
  readonly isRequired: boolean;
  /** Whether nothing is assigned to it. */
  readonly isBare: boolean;
}

/** What may be assigned to a field: anything, what a dataclass takes for a default, or plain values. */
type FieldStyle = "model" | "dataclass" | "plain";

/** Between one and four fields. Names carry the key, so that a subclass never overrides by chance. */
function fieldsOf(random: Random, key: string, before: readonly Named[], style: FieldStyle): readonly FieldPart[] {
  return Array.from({ length: random.between(1, 4) }, (_, index) => {
    const name = `f${key}_${index}`;
    const annotated = annotation(random, before, 2);
    const value = random.between(0, 1) === 0 ? defaultOf(random, annotated, style) : undefined;
    const standsFor = value === undefined ? "" : ` = ${value.text}`;
    const member: Snippet = {
      text: `    ${name}: ${annotated.type.text}${standsFor}\n`,
      covers: [...annotated.type.covers, ...(value?.covers ?? [])],
    };
    const isRequired = value === undefined || value.covers.includes("required Field()");
    return { name, annotated, member, isRequired, isBare: value === undefined };
  });
}

function defaultOf(random: Random, { default: value, type }: Annotation, style: FieldStyle): Snippet | undefined {
  // A dataclass refuses lists and dicts as defaults.
  if (style !== "model") {
    const plain = value === undefined || /^[[{«]/.test(value.text) ? undefined : value;
    if (style === "plain" || random.between(0, 1) === 0) return plain;
    return plain === undefined
      ? snippet('Field(description="What it is for.")', "Field of a dataclass", "required Field()")
      : { text: `Field(default=${plain.text}, title="T")`, covers: [...plain.covers, "Field of a dataclass"] };
  }
  const fields: readonly Snippet[] = [
    snippet('pydantic.Field(description="What it is for.")', "Field(description)", "required Field()"),
    ...(value === undefined
      ? []
      : [{ text: `Field(default=${value.text}, title="T")`, covers: [...value.covers, "Field(default)"] }]),
    ...(/^(list|List)\b/.test(type.text)
      ? [
          snippet("Field(default_factory=list)", "Field(default_factory)"),
          snippet("Field(min_length=1, max_length=4)", "Field(min_length)", "Field(max_length)", "required Field()"),
        ]
      : []),
    ...(type.text === "int"
      ? [snippet("Field(3, gt=0, le=10)", "Field(gt)", "Field(le)"), snippet("SIZE * 2 + 1", "constant arithmetic")]
      : []),
    ...(type.text === "float" ? [snippet("Field(1.0, ge=0.5)", "Field(ge)")] : []),
    ...(type.text === "str" ? [snippet('Field("ab", pattern="^a")', "Field(pattern)")] : []),
  ];
  const [picked, plain] = [random.pick(fields), value];
  return random.between(0, 1) === 0 ? (plain ?? picked) : picked;
}

function bareFirst(fields: readonly FieldPart[]): readonly Snippet[] {
  const ordered = [...fields.filter(({ isBare }) => isBare), ...fields.filter(({ isBare }) => !isBare)];
  return ordered.map(({ member }) => member);
}
