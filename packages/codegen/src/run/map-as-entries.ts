/** For `JSON.stringify`: a map as its entries, which it would otherwise leave out. */
export function mapAsEntries(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
