/** What `url` excludes, since it says all of the address. */
const excludedByUrl: readonly string[] = ["target", "chainId", "baseUrl", "apiHost"];

/** Lays the options of a call over bound ones, and drops the bound ones that cannot stand beside them. */
export function mergeOptions(bound: object, own: object = {}): object {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const replaced = new Set(given.flatMap(([name]) => rivalsOf(name)));
  const kept = Object.entries(bound).filter(([name]) => !replaced.has(name));
  return Object.fromEntries([...kept, ...given]);
}

function rivalsOf(name: string): readonly string[] {
  if (name === "url") return excludedByUrl;
  return excludedByUrl.includes(name) ? ["url"] : [];
}
