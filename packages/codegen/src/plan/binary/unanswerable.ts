import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { definitionsOf } from "../schema/definitions.js";
import { subschemasOf } from "../schema/subschemas.js";

/** What is in a result that the model server cannot write in binary form, or that may be. */
export interface Unanswerable {
  /** In Python's words: `a set`. Each once, in order of first use. */
  readonly certain: readonly string[];
  /** The names of enumerations, by their keys in `$defs`: one that is not also a `str` or an `int` cannot be written. */
  readonly enumerations: ReadonlyMap<string, string>;
}

/** What a format of texts is in Python, where that is no text and nothing that the server's msgpack knows. */
const pythonTypes: ReadonlyMap<string, string> = new Map([
  ["uri", "a URL"],
  ["multi-host-uri", "a URL"],
  ["path", "a path"],
  ["file-path", "a path"],
  ["directory-path", "a path"],
  ["regex", "a pattern"],
  ["zoneinfo", "a time zone"],
  ["fraction", "a fraction"],
  ["password", "a secret"],
  ["name-email", "a name with an email address"],
  ...["ipv4", "ipv6", "ipvany"].flatMap((family) =>
    ["", "address", "network", "interface"].map((kind) => [`${family}${kind}`, "an IP address"] as const),
  ),
]);

/** Looks through the schema of a result for what the server answers with a 500 where it is asked in binary form. */
export function unanswerableIn(schema: JsonSchema): Unanswerable {
  const definitions = definitionsOf(schema);
  const certain = new Set<string>();
  const enumerations = new Map<string, string>();
  const reached = new Set<string>();
  const pending: JsonSchema[] = [schema];
  // A list, for references may follow each other further than calls can.
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part === "boolean") continue;
    for (const kind of kindsOf(part)) certain.add(kind);
    const key = part.$ref === undefined ? undefined : definitionKey(part.$ref);
    if (key !== undefined && !reached.has(key)) {
      reached.add(key);
      const target = definitions.get(key) ?? true;
      if (isEnumeration(target)) enumerations.set(key, target.title ?? key);
      pending.push(target);
    }
    const inner = [...subschemasOf(part), ...(part.propertyNames === undefined ? [] : [part.propertyNames])];
    pending.push(...inner.reverse());
  }
  return { certain: [...certain], enumerations };
}

function kindsOf(schema: JsonSchemaObject): readonly string[] {
  const { format = "" } = schema;
  return [
    ...(schema["uniqueItems"] === true ? ["a set"] : []),
    ...(pythonTypes.has(format) ? [pythonTypes.get(format) ?? format] : []),
  ];
}

/** Pydantic gives an enumeration a definition with a title; an alias of literals has no title. */
function isEnumeration(schema: JsonSchema): schema is JsonSchemaObject {
  return typeof schema === "object" && schema.title !== undefined && (schema.enum ?? schema.const) !== undefined;
}
