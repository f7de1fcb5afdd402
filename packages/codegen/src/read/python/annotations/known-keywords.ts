import { similarName } from "../../../similar-name.js";
import { type Context, locate } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Call, Keyword } from "../syntax/nodes.js";

/** The keywords that a call takes. */
interface KnownKeywords {
  readonly names: readonly string[];
  /** Whether Python takes any others as well, so that only what looks like a slip of the pen is reported. */
  readonly takesOthers?: boolean;
  /** Those of pydantic 1 that pydantic 2 stops at, each with what to write instead. */
  readonly removed?: ReadonlyMap<string, string>;
}

const only = (...names: readonly string[]): KnownKeywords => ({ names });
const orOthers = (...names: readonly string[]): KnownKeywords => ({ names, takesOthers: true });

const bounds = ["strict", "gt", "ge", "lt", "le"];
const lengths = ["min_length", "max_length"];
const textConstraints = ["strip_whitespace", "to_upper", "to_lower", "strict", ...lengths, "pattern"];

/** The keywords of `Field`; it adds any other to the schema. */
export const fieldKeywords: readonly string[] = [
  ...["default", "default_factory", "alias", "alias_priority", "validation_alias", "serialization_alias", "title"],
  ...["field_title_generator", "description", "examples", "exclude", "exclude_if", "discriminator", "deprecated"],
  ...["json_schema_extra", "frozen", "validate_default", "repr", "init", "init_var", "kw_only", "pattern"],
  ...[...bounds, "coerce_numbers_to_str", "multiple_of", "allow_inf_nan", "max_digits", "decimal_places"],
  ...[...lengths, "union_mode", "fail_fast"],
];

const removedOfField: ReadonlyMap<string, string> = new Map([
  ["regex", "pydantic 2 calls it `pattern`"],
  ["const", "make the type a `Literal`, e.g. `Literal[1]`"],
  ["unique_items", "make the type a set, e.g. `set[int]`"],
]);

/** The calls whose keywords the reader gives a meaning. Adding one is adding an entry. */
const knownKeywords: ReadonlyMap<string, KnownKeywords> = new Map([
  ["truss_chains.streaming.stream_types", only("item_type", "header_type", "footer_type")],
  ["truss_chains.streaming.stream_writer", only("types")],
  ["truss_chains.mark_entrypoint", only("cls_or_chain_name")],
  ["pydantic.Field", { ...orOthers(...fieldKeywords), removed: removedOfField }],
  [
    "pydantic.ConfigDict",
    orOthers(
      ...["title", "str_to_lower", "str_to_upper", "str_strip_whitespace", "str_min_length", "str_max_length", "extra"],
      ...["frozen", "populate_by_name", "use_enum_values", "validate_assignment", "arbitrary_types_allowed"],
      ...["from_attributes", "loc_by_alias", "alias_generator", "ignored_types", "allow_inf_nan", "json_schema_extra"],
      ...["json_encoders", "strict", "revalidate_instances", "ser_json_timedelta", "ser_json_temporal"],
      ...["val_temporal_unit", "ser_json_bytes", "val_json_bytes", "ser_json_inf_nan", "validate_default"],
      ...["validate_return", "protected_namespaces", "hide_input_in_errors", "defer_build", "plugin_settings"],
      ...["model_title_generator", "field_title_generator", "json_schema_serialization_defaults_required"],
      ...["json_schema_mode_override", "coerce_numbers_to_str", "regex_engine", "validation_error_cause"],
      ...["use_attribute_docstrings", "cache_strings", "validate_by_alias", "validate_by_name", "serialize_by_alias"],
    ),
  ],
  [
    "dataclasses.field",
    only("default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "doc"),
  ],
  ["pydantic.StringConstraints", only(...textConstraints, "ascii_only")],
  ["pydantic.constr", only(...textConstraints, "ascii_only")],
  ["pydantic.conint", only(...bounds, "multiple_of")],
  ["pydantic.confloat", only(...bounds, "multiple_of", "allow_inf_nan")],
  ["pydantic.condecimal", only(...bounds, "multiple_of", "max_digits", "decimal_places", "allow_inf_nan")],
  ["pydantic.conbytes", only(...lengths, "strict")],
  ["pydantic.condate", only(...bounds)],
  ["pydantic.conlist", only("item_type", ...lengths, "unique_items")],
  ["pydantic.conset", only("item_type", ...lengths)],
  ["pydantic.confrozenset", only("item_type", ...lengths)],
]);

/** Other words for a keyword: those of JSON Schema, of other libraries and of pydantic 1. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["gte", "ge"],
  ["lte", "le"],
  ["minimum", "ge"],
  ["maximum", "le"],
  ["min_items", "min_length"],
  ["max_items", "max_length"],
  ["regex", "pattern"],
]);

/**
 * Reports keywords of a call that the function does not take: Python would stop at them, or let them do nothing. A call of
 * a function that is not known here may have any.
 *
 * @param name - the qualified name of the function, where it is not the one that the scope says.
 */
export function checkKeywords(
  { func, keywords }: Pick<Call, "func" | "keywords">,
  context: Context,
  name: string | undefined = externalName(func, context.scope),
): void {
  const known = knownKeywords.get(name ?? "");
  if (known === undefined || name === undefined) return;
  const short = name.slice(name.lastIndexOf(".") + 1);
  for (const keyword of keywords) checkKeyword(keyword, short, known, context);
}

function checkKeyword(keyword: Keyword, called: string, known: KnownKeywords, context: Context): void {
  const { name } = keyword;
  const { names, takesOthers, removed } = known;
  if (name === undefined || names.includes(name)) return;
  const { reporter } = context.reader;
  const message = `\`${called}\` has no argument \`${name}\``;
  const instead = removed?.get(name);
  if (instead !== undefined) {
    reporter.error("TC243", message, locate(keyword, context), instead);
    return;
  }
  // A short name of the user's own is near to too much.
  const meant = nearest(name, takesOthers === true ? names.filter((one) => one.length !== 4) : names);
  if (takesOthers === true && meant === undefined) return;
  const all = names.map((one) => `\`${one}\``).join(", ");
  const help = meant === undefined ? `it takes ${all}` : `is \`${meant}\` meant?`;
  if (takesOthers === true) reporter.warning("TC243", message, locate(keyword, context), help);
  else reporter.error("TC243", message, locate(keyword, context), help);
}

/** The keyword that is meant: by another word, by a slip of the pen, or by its beginning alone. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const word = otherWords.get(name);
  if (word !== undefined && names.includes(word)) return word;
  const begun = name.length < 4 ? [] : names.filter((candidate) => candidate.startsWith(name));
  return similarName(name, names) ?? (begun.length === 1 ? begun[0] : undefined);
}
