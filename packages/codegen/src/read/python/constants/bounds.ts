/** What is worked out is no longer; the bounds keep `"a" * 10**9` and its like from taking time and memory. */
export const longestText = 10_000;
export const mostItems = 10_000;

/** Texts put together; `undefined` where one is not known, or the whole is unreasonably long. */
export function joinTexts(texts: readonly (string | undefined)[], separator = ""): string | undefined {
  let length = separator.length * texts.length;
  for (const text of texts) {
    length += text?.length ?? 0;
    if (text === undefined || length > longestText) return undefined;
  }
  return texts.join(separator);
}

/** Items put together; `undefined` where they are unreasonably many. */
export function joinItems<Item>(lists: readonly (readonly Item[])[]): readonly Item[] | undefined {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  return count <= mostItems ? lists.flat() : undefined;
}
