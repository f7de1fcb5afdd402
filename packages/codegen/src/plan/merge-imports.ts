import type { ImportsPlan } from "./module-plan.js";

/** The imports with those of one module in one place, by the modules' names. */
export function mergeImports(imports: readonly ImportsPlan[]): readonly ImportsPlan[] {
  const modules = [...new Set(imports.map(({ from }) => from))].toSorted();
  return modules.map((from) => {
    const own = imports.filter((plan) => plan.from === from);
    const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();
    return {
      from,
      values: sorted(own.flatMap(({ values }) => values)),
      types: sorted(own.flatMap(({ types }) => types)),
    };
  });
}
