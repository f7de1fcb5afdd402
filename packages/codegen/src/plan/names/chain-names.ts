import { isIdentifier } from "./identifier.js";
import type { Scope } from "./scope.js";
import { camelCase, capitalize, kebabCase, pascalCase } from "./words.js";

/** The names of a chain's own things. */
export interface ChainNames {
  readonly invoke: string;
  readonly invokeAsync: string;
  readonly descriptor: string;
  readonly input: string;
  readonly output: string;
}

/** The part that a chain's names have in common: `HelloWorld`, whatever the style of its own. */
export function baseName(name: string): string {
  const base = capitalize(pascalCase(name));
  return isIdentifier(base) ? base : `Chain${base}`;
}

/** The name of a chain's file, without its extension. */
export function fileName(name: string): string {
  return kebabCase(baseName(name));
}

/** Names a chain's own things, which give way to the names of its models. */
export function nameChain(base: string, scope: Scope): ChainNames {
  return {
    invoke: scope.take([`invoke${base}`, `invoke${base}Chain`]),
    invokeAsync: scope.take([`invoke${base}Async`, `invoke${base}ChainAsync`]),
    descriptor: scope.take([`${camelCase(base)}Chain`, `${camelCase(base)}Descriptor`]),
    input: scope.take([`${base}Input`, `${base}Arguments`]),
    output: scope.take([`${base}Output`, `${base}Result`]),
  };
}
