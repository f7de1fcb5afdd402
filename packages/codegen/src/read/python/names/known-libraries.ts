/** Libraries whose every name is known to be no model of pydantic, but for those that are listed as models. */
const knownLibraries: ReadonlySet<string> = new Set(
  (
    "abc asyncio builtins collections contextlib dataclasses datetime decimal enum fractions functools io ipaddress " +
    "json logging numbers numpy os pathlib pydantic random re string sys time types typing typing_extensions uuid " +
    "zoneinfo"
  ).split(" "),
);

/** Whether a name is one of a library that is known well enough to say that it is no model. */
export function isOfKnownLibrary(name: string): boolean {
  return knownLibraries.has(name.split(".")[0] ?? name);
}
