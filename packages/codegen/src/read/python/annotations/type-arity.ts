import { type Context, locate } from "../context.js";
import type { Expression } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { scalarTypes } from "./scalar-types.js";
import { printName, type TypeBuilder } from "./type-expression.js";

/** How many types a name takes in its brackets. */
interface Arity {
  readonly least: number;
  readonly most: number;
  /** Whether the name says nothing without brackets. @defaultValue false */
  readonly needsBrackets?: boolean;
}

const one: Arity = { least: 1, most: 1 };
const two: Arity = { least: 2, most: 2 };
const none: Arity = { least: 0, most: 0 };

/** The names that take as many, by module. What is looser in some version of Python or pydantic is not here. */
const rules: readonly (readonly [string, Arity, string])[] = [
  ["typing", { ...one, needsBrackets: true }, "Optional Required NotRequired ReadOnly"],
  ["typing", { least: 1, most: Number.POSITIVE_INFINITY, needsBrackets: true }, "Union Literal"],
  ["typing", { least: 2, most: Number.POSITIVE_INFINITY, needsBrackets: true }, "Annotated"],
  ["typing", one, "List Set FrozenSet AbstractSet MutableSet Deque Sequence MutableSequence Iterable Counter"],
  ["typing", one, "Type Pattern Final ClassVar Collection Iterator AsyncIterator"],
  ["typing", two, "Dict Mapping MutableMapping DefaultDict OrderedDict"],
  ["typing", { least: 1, most: 3 }, "Generator"],
  ["typing", none, "Self LiteralString Hashable"],
  ["builtins", { ...two, most: Number.POSITIVE_INFINITY }, "dict"],
  ["collections", { ...two, most: Number.POSITIVE_INFINITY }, "defaultdict OrderedDict"],
  ["collections.abc", { ...two, most: Number.POSITIVE_INFINITY }, "Mapping MutableMapping"],
  ["dataclasses", one, "InitVar"],
  ["pydantic", one, "Json InstanceOf SkipValidation SerializeAsAny OnErrorOmit RootModel"],
  ["pydantic", { ...one, needsBrackets: true }, "Secret"],
  ["pydantic.json_schema", one, "SkipJsonSchema"],
  ["pydantic", none, "JsonValue"],
];

/** Types that hold no other and take brackets all the same. */
const lenient: ReadonlySet<string> = new Set([
  ...["builtins.type", "typing.Type", "re.Pattern", "typing.Pattern", "os.PathLike", "pydantic.ImportString"],
  ...["pydantic.experimental.missing_sentinel.MISSING", "truss_chains.pydantic_numpy.NumpyArrayField"],
]);

const arities: ReadonlyMap<string, Arity> = new Map([
  ...scalarTypes.flatMap(([name]): [string, Arity][] => (lenient.has(name) ? [] : [[name, none]])),
  ...rules.flatMap(([module, arity, names]) =>
    names.split(" ").map((name): [string, Arity] => [`${module}.${name}`, arity]),
  ),
]);

/**
 * Makes a builder refuse what Python or pydantic refuses: too few or too many types in brackets, or none at all. How
 * many types an unpacked one stands for is not asked.
 */
export function withArity(name: string, build: TypeBuilder): TypeBuilder {
  const arity = arities.get(name);
  if (arity === undefined) return build;
  return (type) => {
    if (type.arguments?.some((argument) => argument.kind === "Starred") === true) return build(type);
    const given = type.arguments === undefined ? undefined : countOf(type.arguments);
    const fits = given === undefined ? arity.needsBrackets !== true : given >= arity.least && given <= arity.most;
    return fits ? build(type) : refuseCount(type.node, given, arity, type.context);
  };
}

/** How many types there are; `()` is none. */
function countOf(types: readonly Expression[]): number {
  const [first] = types;
  const isEmpty = types.length === 1 && first?.kind === "Collection" && first.elements.length === 0;
  return isEmpty ? 0 : types.length;
}

function refuseCount(node: Expression, given: number | undefined, arity: Arity, context: Context): PythonType {
  const takes = expected(arity);
  const problem = given === undefined ? `it takes ${takes} in brackets` : `it takes ${takes}, and has ${given}`;
  const message = `Python refuses the type \`${printName(node)}\`: ${problem}`;
  const help = arity.most === 0 ? "leave the brackets out" : `give it ${takes}`;
  context.reader.reporter.error("TC212", message, locate(node, context), help);
  return anything;
}

function expected({ least, most }: Arity): string {
  if (most === 0) return "no types in brackets";
  const count = least === most ? `${least}` : Number.isFinite(most) ? `${least} to ${most}` : `at least ${least}`;
  return `${count} type${count === "1" ? "" : "s"}`;
}
