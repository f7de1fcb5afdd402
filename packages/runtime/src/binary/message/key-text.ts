/** A key as it was read: a list is a tuple. */
export type Key = null | string | number | bigint | boolean | readonly Key[];

/** What JSON has for a key. Of a tuple, pydantic joins the items. */
export function keyText(key: Key): string {
  if (key === null) return "None";
  return typeof key === "object" ? key.map(keyText).join() : String(key);
}
