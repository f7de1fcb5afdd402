/** What each option replaces where it says the address in another way. A container goes by a name of its own here. */
const rivals: ReadonlyMap<string, readonly string[]> = new Map([
  ["url", ["target", "container", "chainId", "baseUrl", "apiHost"]],
  ["target", ["url"]],
  ["container", ["url"]],
  ["baseUrl", ["url", "container"]],
  ["chainId", ["url", "container", "baseUrl"]],
  ["apiHost", ["url", "container", "baseUrl"]],
]);

/** Lays the options of a call over bound ones, and drops the bound ones that cannot stand beside them. */
export function mergeOptions(bound: object, own?: object): object {
  const given = Object.entries({ ...own }).filter(([, value]) => value !== undefined);
  const replaced = new Set(given.flatMap((option) => rivals.get(kindOf(option)) ?? []));
  const kept = Object.entries({ ...bound }).filter((option) => !replaced.has(kindOf(option)));
  return Object.fromEntries([...kept, ...given]);
}

function kindOf([name, value]: [string, unknown]): string {
  const given = typeof value === "object" && value !== null && "container" in value ? value.container : undefined;
  return name === "target" && given !== undefined ? "container" : name;
}
