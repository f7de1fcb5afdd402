/** A part of a JSON Schema, as far as a reference shows it. */
interface Described {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Described[];
  readonly items?: Described;
  readonly properties?: Properties;
  readonly additionalProperties?: Described | boolean;
}
type Properties = Readonly<Record<string, Described>>;

/** A row of the reference: a key, whether it is said of a chain or at the top, what it takes, its default, its meaning. */
export type ReferenceRow = readonly [key: string, of: string, takes: string, usual: string, meaning: string];

/** The rows of a config's JSON Schema: what is said of a chain first. The defaults are those that the types document. */
export function referenceRows(schema: Described, types: string): readonly ReferenceRow[] {
  const top = schema.properties ?? {};
  const ofChain = top["chains"]?.items?.properties ?? {};
  const defaults = documentedDefaults(types);
  const rows = (keys: Properties, of: (key: string) => string): readonly ReferenceRow[] =>
    Object.entries(keys).flatMap(([key, value]) => [
      rowOf(key, of(key), value, defaults),
      ...partsOf(value).map(([part, of_]) => rowOf(part, of(key), of_, defaults, `${key}.`)),
    ]);
  const onlyTop = Object.fromEntries(Object.entries(top).filter(([key]) => !(key in ofChain)));
  return [...rows(ofChain, (key) => (key in top ? "chain, top" : "chain")), ...rows(onlyTop, () => "top")];
}

function rowOf(
  key: string,
  of: string,
  value: Described,
  defaults: ReadonlyMap<string, string>,
  owner = "",
): ReferenceRow {
  return [`\`${owner}${key}\``, of, takesOf(value), defaults.get(key) ?? "", value.description ?? ""];
}

/** The keys of what is said as an object with meanings of their own, such as those of `package`. */
function partsOf({ anyOf = [] }: Described): readonly (readonly [string, Described])[] {
  const parts = anyOf.flatMap(({ properties }) => Object.entries(properties ?? {}));
  return parts.filter(([, { description }]) => description !== undefined);
}

/** What a key takes, in the words of TypeScript; alternatives are joined by "or". */
function takesOf(schema: Described): string {
  const choices = (schema.anyOf ?? [schema]).map((choice) => `\`${typeText(choice)}\``);
  return choices.join(" or ");
}

function typeText(schema: Described): string {
  const { enum: values, type, items, properties = {}, additionalProperties } = schema;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join("` or `");
  if (type === "array") return items?.type === "object" ? "{ … }[]" : `${typeText(items ?? {})}[]`;
  if (type !== "object") return type ?? "…";
  if (Object.keys(properties).length > 0) return `{ ${Object.keys(properties).join(", ")} }`;
  if (typeof additionalProperties !== "object") return "{ … }";
  return `{ [name]: ${additionalProperties.type ?? "JSON Schema"} }`;
}

/** The `@defaultValue` of each key of the types that has one. */
function documentedDefaults(types: string): ReadonlyMap<string, string> {
  const comments = types.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*readonly ([$\w]+)\??:/gs);
  return new Map(
    [...comments].flatMap(([, text = "", key = ""]) => {
      const [, value] = /@defaultValue (.*)/.exec(text) ?? [];
      return value === undefined ? [] : [[key, /^(false|true|".*")$/.test(value) ? `\`${value}\`` : value]];
    }),
  );
}
