import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import { joinSnippets, type Snippet, snippet } from "./program.js";

/** A type with a default that fits it, where one is known. */
export interface Annotation {
  readonly type: Snippet;
  readonly default?: Snippet;
}

/** A declaration that annotations may name. */
export interface Named {
  readonly key: string;
  readonly kind: "model" | "generic" | "enum" | "alias" | "row" | "feature";
  /** The value of a default of its type. */
  readonly default?: string;
}

/** Types without arguments, by the name of the feature, with a default of each. */
const scalars: readonly (readonly [feature: string, type: string, defaultValue: string])[] = [
  ["str", "str", '"a"'],
  ["float", "float", "0.5"],
  ["int", "int", "3"],
  ["bool", "bool", "True"],
  ["bytes", "bytes", 'b"ab"'],
  ["Any", "Any", "None"],
  ["JsonValue", "pydantic.JsonValue", "None"],
  ["PositiveFloat", "pydantic.PositiveFloat", "1.5"],
  ["PositiveInt", "PositiveInt", "2"],
  ["dict, bare", "dict", "{}"],
  ["Dict, bare", "Dict", "{}"],
  ["list, bare", "list", "[]"],
  ["NumpyArrayField", "pydantic_numpy.NumpyArrayField", "None"],
  ["datetime", "datetime.datetime", "datetime.datetime(2024, 1, 2, 3, 4, 5)"],
  ["Decimal", "Decimal", 'Decimal("1.50")'],
  ["UUID", "uuid.UUID", 'uuid.UUID("12345678-1234-5678-1234-567812345678")'],
  ["dotted annotation", "typing.Optional[typing.Sequence[str]]", "None"],
];

const literals: readonly (readonly [type: string, defaultValue: string])[] = [
  ['Literal["fast", "slow"]', '"fast"'],
  ["Literal[1, 2, 3]", "2"],
  ['Literal["a", 1, True, None]', "None"],
];

/** An annotation of at most some depth. */
export function annotation(random: Random, named: readonly Named[], depth: number): Annotation {
  const makers =
    depth <= 0 ? [scalar, literal, reference] : [scalar, literal, reference, reference, composed, composed];
  return (random.pick(makers) ?? scalar)(random, named, depth);
}

function scalar(random: Random): Annotation {
  const [feature, type, value] = random.pick(scalars) ?? ["str", "str", '"a"'];
  return { type: snippet(type, feature), default: snippet(value, "literal default") };
}

function literal(random: Random): Annotation {
  const [type, value] = random.pick(literals) ?? ['Literal["x"]', '"x"'];
  return { type: snippet(type, "Literal[]"), default: snippet(value, "literal default") };
}

function reference(random: Random, named: readonly Named[], depth: number): Annotation {
  const target = random.pick(named);
  if (target === undefined) return scalar(random);
  const name = `«${target.key}»`;
  const type =
    target.kind === "generic"
      ? joinSnippets([annotation(random, named, depth - 2).type], (inner) => `${name}[${inner}]`)
      : snippet(name);
  const feature = { enum: "enum-member default", model: "model-instance default" }[target.kind as "enum" | "model"];
  return {
    type: { ...type, covers: [...type.covers, target.kind] },
    ...(target.default === undefined || feature === undefined ? {} : { default: snippet(target.default, feature) }),
  };
}

function composed(random: Random, named: readonly Named[], depth: number): Annotation {
  const inner = (): Snippet => annotation(random, named, depth - 1).type;
  const key = (): Snippet => random.pick([snippet("str"), snippet("int")]) ?? snippet("str");
  const forms: readonly (() => Annotation)[] = [
    () => optional("Optional[]", inner(), (text) => `Optional[${text}]`),
    () => optional("union with |", inner(), (text) => `${text} | None`),
    () => container("list[]", "[]", [inner()], (text) => `list[${text}]`),
    () => container("List[]", "[]", [inner()], (text) => `List[${text}]`),
    () => container("dict[]", "{}", [key(), inner()], (from, to) => `dict[${from}, ${to}]`),
    () => container("Dict[]", "{}", [key(), inner()], (from, to) => `Dict[${from}, ${to}]`),
    () => container("tuple[]", undefined, [inner(), inner()], (left, right) => `tuple[${left}, ${right}]`),
    () => container("tuple[]", "()", [inner()], (text) => `tuple[${text}, ...]`),
    () => annotated("validator", inner(), (text) => `Annotated[${text}, pydantic.AfterValidator(same)]`),
    () => annotated("validator", inner(), (text) => `Annotated[${text}, pydantic.BeforeValidator(same)]`),
    () => annotated("Annotated[Field()]", inner(), (text) => `Annotated[${text}, Field(description="Of its own.")]`),
    () => annotated("Annotated[Field()]", inner(), (text) => `Annotated[list[${text}], Field(max_length=3)]`),
    () => container("union with |", undefined, [inner(), inner()], (left, right) => `${left} | ${right}`),
  ];
  return (random.pick(forms) ?? scalar.bind(undefined, random))();
}

function annotated(feature: string, inner: Snippet, form: (text: string) => string): Annotation {
  const type = joinSnippets([inner], (text = "") => form(text));
  return { type: { ...type, covers: [...type.covers, feature] } };
}

function optional(feature: string, inner: Snippet, form: (text: string) => string): Annotation {
  const type = joinSnippets([inner], (text = "") => form(text));
  return { type: { ...type, covers: [...type.covers, feature] }, default: snippet("None", "literal default") };
}

function container(
  feature: string,
  empty: string | undefined,
  parts: readonly Snippet[],
  form: (first: string, second: string) => string,
): Annotation {
  const type = joinSnippets(parts, (first = "", second = "") => form(first, second));
  const covered = { ...type, covers: [...type.covers, feature] };
  return empty === undefined ? { type: covered } : { type: covered, default: snippet(empty, "literal default") };
}
