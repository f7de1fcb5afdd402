import type { TypeBuilder, TypeExpression } from "../annotations/type-expression.js";
import { locate } from "../context.js";
import type { ModelConfig } from "../models/config.js";
import { externalName } from "../names/resolve.js";
import type { PythonType } from "../types/python-type.js";
import { type DifferenceName, differing } from "./differences.js";
import { isTextlessKey, isUnwritableKey } from "./keys.js";
import { raising } from "./raising.js";
import { strictlyRefused } from "./strict.js";

/** Where a difference comes up: under these names, and always where nothing else is said. */
interface Rule {
  readonly difference: DifferenceName;
  readonly names: readonly string[];
  /** Whether it does by what stands in the brackets and by the settings of the model around it. */
  readonly when?: (expression: TypeExpression) => boolean;
  /** Whether it does by the types inside; asked once these are all read. */
  readonly holds?: (type: PythonType) => boolean;
}

const mappings = [
  ...["builtins.dict", "typing.Dict", "typing.Mapping", "typing.MutableMapping", "typing.DefaultDict"],
  ...["typing.OrderedDict", "collections.abc.Mapping", "collections.abc.MutableMapping"],
  ...["collections.defaultdict", "collections.OrderedDict", "typing.Counter", "collections.Counter"],
];
const sets = [
  ...["builtins.set", "builtins.frozenset", "typing.Set", "typing.FrozenSet", "typing.AbstractSet"],
  ...["typing.MutableSet", "collections.abc.Set", "collections.abc.MutableSet"],
];
const unhashable: ReadonlySet<string> = new Set([
  ...["builtins.list", "typing.List", "builtins.set", "typing.Set", "collections.deque", "typing.Deque"],
  ...mappings,
]);
const instancesInJson: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bool", "list", "dict", "object"].map((name) => `builtins.${name}`),
);
const moments = ["datetime.datetime", "datetime.date", "datetime.timedelta"];

/** The names in annotations whose schemas say other than the server does. Adding one is adding an entry. */
const rules: readonly Rule[] = [
  { difference: "class", names: ["builtins.type", "typing.Type"] },
  { difference: "instance", names: ["pydantic.InstanceOf"], when: (type) => !instancesInJson.has(argumentName(type)) },
  { difference: "strict", names: ["pydantic.StrictBytes"] },
  { difference: "strict", names: strictlyRefused, when: ({ context }) => context.config.isStrict === true },
  { difference: "key", names: mappings, holds: (type) => type.kind === "mapping" && isTextlessKey(type.keys) },
  {
    difference: "unwritableKey",
    names: mappings,
    holds: (type) => type.kind === "mapping" && isUnwritableKey(type.keys),
  },
  { difference: "unhashable", names: sets, when: (type) => unhashable.has(argumentName(type)) },
  { difference: "secret", names: ["pydantic.Secret", "pydantic.SecretStr", "pydantic.SecretBytes"] },
  { difference: "importString", names: ["pydantic.ImportString"] },
  { difference: "hidden", names: ["pydantic.json_schema.SkipJsonSchema"] },
  { difference: "sentinel", names: ["pydantic.experimental.missing_sentinel.MISSING"] },
  { difference: "writtenInfinity", names: ["builtins.float"], when: ({ context }) => writesWords(context.config) },
  { difference: "writtenMoment", names: moments, when: ({ context }) => context.config.momentsAsNumbers === true },
  { difference: "bytesForm", names: ["builtins.bytes"], when: ({ context }) => hasOtherForm(context.config) },
  {
    difference: "formAround",
    names: ["builtins.bytes"],
    when: ({ context }) => isSentForm(context.config.sentForms?.bytesAs),
  },
  {
    difference: "formAround",
    names: ["datetime.timedelta"],
    when: ({ context }) => isSentForm(context.config.sentForms?.durationsAs),
  },
  { difference: "raising", names: [...raising.keys()] },
];

/** The meaning of a known name, with what the server does otherwise than its schema says. */
export function withDifferences(name: string, build: TypeBuilder): TypeBuilder {
  const own = rules.filter(({ names }) => names.includes(name));
  return own.length === 0
    ? build
    : (expression) => own.reduce((type, rule) => apply(rule, type, expression, name), build(expression));
}

function apply(
  { difference, when, holds }: Rule,
  type: PythonType,
  expression: TypeExpression,
  name: string,
): PythonType {
  if (when?.(expression) === false) return type;
  const location = locate(expression.node, expression.context);
  const holdsAmong = difference === "raising" ? raising.get(name) : undefined;
  return differing(type, difference, location, {
    ...(holds === undefined ? {} : { holds: () => holds(bare(type)) }),
    ...(holdsAmong === undefined ? {} : { holdsAmong }),
  });
}

/** The type without what this folder has said of it. */
function bare(type: PythonType): PythonType {
  return type.kind === "described" && type.difference !== undefined ? bare(type.inner) : type;
}

/** The canonical name of the first type in the brackets; empty where it has none. */
function argumentName({ arguments: [first] = [], context }: TypeExpression): string {
  const named = first?.kind === "Subscript" ? first.value : first;
  return (named && externalName(named, context.scope)) ?? "";
}

function writesWords({ infinityAs }: ModelConfig): boolean {
  return infinityAs === "strings" || infinityAs === "constants";
}

/** Whether a setting is another one than the usual. */
function isSentForm(form: "utf8" | "base64" | "hex" | "iso8601" | "float" | undefined): boolean {
  return form !== undefined && form !== "utf8" && form !== "iso8601";
}

/** The schema knows of base64 alone, and goes by what is sent. */
function hasOtherForm({ bytesAs, bytesFrom = "utf8", sentForms }: ModelConfig): boolean {
  if (isSentForm(sentForms?.bytesAs)) return false;
  return bytesFrom !== (bytesAs === "base64" ? "base64" : "utf8");
}
