const prefix = "#/$defs/";

/** The reference to a definition: its key in `$defs` as one segment of a JSON pointer, in which `%` begins a code. */
export function definitionReference(key: string): string {
  return prefix + key.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}

/** The key in `$defs` that a reference of a signature's schema leads to. */
export function definitionKey(reference: string): string {
  return reference.slice(prefix.length).replaceAll("%25", "%").replaceAll("~1", "/").replaceAll("~0", "~");
}
