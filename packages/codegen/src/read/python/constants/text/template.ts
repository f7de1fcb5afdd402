import { joinTexts, longestText } from "../bounds.js";

/**
 * A text with what is put in each place that a pattern finds; `undefined` where one is not known, or the whole is
 * unreasonably long.
 *
 * @param pattern - a global one.
 */
export function fillTemplate(
  text: string,
  pattern: RegExp,
  fill: (written: string, groups: readonly (string | undefined)[]) => string | undefined,
): string | undefined {
  const pieces: string[] = [];
  let end = 0;
  let length = 0;
  for (const match of text.matchAll(pattern)) {
    const [written, ...groups] = match;
    const filled = fill(written, groups);
    length += filled?.length ?? 0;
    if (filled === undefined || length > longestText) return undefined;
    pieces.push(text.slice(end, match.index), filled);
    end = match.index + written.length;
  }
  return joinTexts([...pieces, text.slice(end)]);
}
