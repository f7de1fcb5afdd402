import { featureName, features } from "./features.js";
import { coversOfEntry } from "./generate.js";
import { type Program, snippetsOf } from "./program.js";
import { styleNames } from "./render.js";

/** What real chains use, and what the programs have to have all of, beside the features of pydantic. */
const shapes: readonly string[] = [
  ...["str", "float", "int", "bool", "bytes", "Any", "JsonValue", "Optional[]", "union with |", "list[]", "List[]"],
  ...[
    "dict[]",
    "Dict[]",
    "dict, bare",
    "Dict, bare",
    "list, bare",
    "Literal[]",
    "tuple[]",
    "PositiveFloat",
    "PositiveInt",
  ],
  ...[
    "NumpyArrayField",
    "datetime",
    "Decimal",
    "UUID",
    "dotted annotation",
    "literal default",
    "model-instance default",
  ],
  ...["Field(description)", "Field(default_factory)", "Field(default)", "Field(min_length)", "Field(max_length)"],
  ...["Field(le)", "Field(gt)", "Field(ge)", "Field(pattern)", "extra=forbid", "extra=ignore", "class Config"],
  ...[
    "model",
    "model inheritance",
    "docstring",
    "enum",
    "constant arithmetic",
    "enum-member default",
    "model_validator",
  ],
  ...[
    "computed_field",
    "ClassVar",
    "private attribute",
    "generic",
    "alias",
    "dataclass",
    "pydantic dataclass",
    "TypedDict",
    "NamedTuple",
    "alias_generator",
    "generic alias",
    "generic TypeAliasType",
    "recursive alias",
    "NewType",
    "root model",
    "discriminated union",
    "keyword-only dataclass",
    "Field of a dataclass",
    "recursive model",
    "validator",
    "Annotated[Field()]",
    "computed_field with an alias",
    "use_enum_values",
    "title",
    "defaulted argument",
  ],
  ...[
    "returns a model",
    "streams text",
    "streams bytes",
    "returns str",
    "websocket",
    "returns None",
    "returns list[str]",
  ],
  ...["returns list[Model]", "returns tuple", "returns dict", "returns float", "import truss_chains as chains"],
  ...[
    "try/except import",
    "sys.path",
    "class in a condition",
    "other chainlets",
    "sync run_remote",
    "async run_remote",
  ],
];

/** How many programs show each thing that has to be shown. */
export function coverage(programs: readonly Program[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(
    [...shapes, ...styleNames, ...features.map(featureName)].map((name): [string, number] => [name, 0]),
  );
  for (const program of programs) {
    for (const name of coversOf(program)) {
      const count = counts.get(name);
      if (count !== undefined) counts.set(name, count + 1);
    }
  }
  return counts;
}

function coversOf(program: Program): ReadonlySet<string> {
  const names = program.modules.map(({ name }) => name);
  const styles = ["entry", ...names].flatMap((importer) =>
    names.map((imported) => styleNames[program.importStyle(importer, imported)] ?? ""),
  );
  return new Set([...snippetsOf(program).flatMap(({ covers }) => covers), ...coversOfEntry(program.entry), ...styles]);
}

/** The coverage as a table: what is shown, and by how many programs. */
export function coverageTable(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${String(count).padStart(5)}  ${name}`).join("\n");
}
