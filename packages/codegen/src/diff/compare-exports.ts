import type { ModulePlan } from "../plan/module-plan.js";
import type { Report } from "./signature-diff.js";

/** Reports what has become of the file, the functions and the constant that callers import. */
export function compareExports(old: ModulePlan, next: ModulePlan, report: Report): void {
  if (old.fileName !== next.fileName) report("file-renamed", "file", `${old.fileName}.ts`, `${next.fileName}.ts`);
  const before = namesByRole(old);
  const after = namesByRole(next);
  for (const [role, name] of before) {
    const other = after.get(role);
    if (other === undefined) report("export-removed", `exports.${name}`, name);
    else if (other !== name) report("export-renamed", `exports.${name}`, name, other);
  }
  for (const [role, name] of after) if (!before.has(role)) report("export-added", `exports.${name}`, undefined, name);
}

/** What a module exports beside types, by what it is for. One function calls the chain, whatever it answers with. */
function namesByRole({ descriptor, functions }: ModulePlan): ReadonlyMap<string, string> {
  const special = ["invokeAsync", "invokeBinary", "connect"];
  return new Map([
    ["descriptor", descriptor.name],
    ...functions.map(({ calls, name }) => [special.includes(calls) ? calls : "invoke", name] as const),
  ]);
}
