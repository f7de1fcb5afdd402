import type { AliasGenerator } from "./config.js";
import { titleCase } from "./titles.js";

/** `some_field` to `SomeField`, as pydantic does it. */
function toPascal(name: string): string {
  return titleCase(name).replace(/([0-9A-Za-z])_(?=[0-9A-Z])/g, "$1");
}

/** `some_field` to `someField`, as pydantic does it. */
function toCamel(name: string): string {
  if (/^[a-z]+[A-Za-z0-9]*$/.test(name) && !/\d[a-z]/.test(name)) return name;
  return toPascal(name).replace(/^_*[A-Z]/, (start) => start.toLowerCase());
}

/** `SomeField` to `some_field`, as pydantic does it. */
function toSnake(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/([0-9])([A-Z])/g, "$1_$2")
    .replace(/([a-z])([0-9])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
}

/** The alias generators that are known, by qualified name. */
export const aliasGenerators: ReadonlyMap<string, AliasGenerator> = new Map([
  ["pydantic.alias_generators.to_camel", toCamel],
  ["pydantic.alias_generators.to_pascal", toPascal],
  ["pydantic.alias_generators.to_snake", toSnake],
]);
