import type { Scope } from "./scope.js";

/** The names of `__all__`, worked out once for each module. */
const listed = new WeakMap<Scope, ReadonlySet<string> | "unknown">();

/** Whether `from module import *` brings a name: one that `__all__` lists, else one without a leading underscore. */
export function isExported(name: string, scope: Scope): boolean {
  const known = listed.get(scope) ?? listedNames(scope);
  listed.set(scope, known);
  return known === "unknown" ? !name.startsWith("_") : known.has(name);
}

/** A list that only running Python can tell counts as none. */
function listedNames(scope: Scope): ReadonlySet<string> | "unknown" {
  const binding = scope.names.get("__all__");
  if (binding?.kind !== "assignment" || binding.value.kind !== "Collection") return "unknown";
  const names = binding.value.elements.map((element) => (element.kind === "String" ? element.value : undefined));
  return names.every((name) => name !== undefined) ? new Set(names) : "unknown";
}
