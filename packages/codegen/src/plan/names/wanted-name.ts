import type { JsonSchema } from "../../signature.js";
import { typeName } from "./identifier.js";
import { capitalize, pascalCase } from "./words.js";

/** The name that a definition's user expects, and what can tell it from others that want the same. */
export interface WantedName {
  readonly name: string;
  /** Modules and outer classes, the nearest first. */
  readonly qualifiers: readonly string[];
}

/**
 * Pydantic's key of a definition is the name of its class, `Item`; where several have one name it is
 * `package__module__Item`, which a number may follow. Its title is the name of the class too, unless the user gave
 * another one.
 */
export function wantedName(key: string, schema: JsonSchema): WantedName {
  const title = typeof schema === "object" && typeof schema.title === "string" ? schema.title : "";
  const titleAsKey = asKey(title);
  const plainKey = key.replace(/-(Input|Output)$/, "");
  if (title !== "" && plainKey === titleAsKey) return { name: typeName(title, "Model"), qualifiers: [] };
  const qualifiedKey = plainKey.replace(/__\d+$/, "");
  const isTitled = title !== "" && qualifiedKey.endsWith(`__${titleAsKey}`);
  const end = isTitled ? qualifiedKey.length - titleAsKey.length - 2 : qualifiedKey.lastIndexOf("__");
  const qualifiers = end > 0 ? qualifiersOf(qualifiedKey.slice(0, end)) : [];
  const ownKey = qualifiers.length === 0 ? plainKey : qualifiedKey.slice(end + 2);
  return { name: typeName(isTitled ? title : definitionName(ownKey), "Model"), qualifiers };
}

/** A key that is no class's name comes from a plain JSON Schema, where `postal-address` is usual. */
function definitionName(key: string): string {
  return /^\p{Ll}/u.test(key) ? pascalCase(key) : key;
}

/** How pydantic makes a key of a name. */
function asKey(name: string): string {
  return name.replace(/[^a-zA-Z0-9.\-_]/g, "_");
}

function qualifiersOf(path: string): readonly string[] {
  return path
    .split("__")
    .map((part) => capitalize(pascalCase(part)))
    .filter((part) => part !== "")
    .reverse();
}
