const earlier: ReadonlySet<string> = new Set(
  "start begin from since min minimum low lower first left top created opened born".split(" "),
);
const later: ReadonlySet<string> = new Set(
  "end stop to until max maximum high upper last right bottom updated modified finished closed expires due".split(" "),
);

/** The words of a name in lower case, the last one in the singular: `imageUrls` is `image` and `url`. */
export function nameWords(name: string): readonly string[] {
  const words =
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}

function singular(word: string): string {
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** What a table has for a name: for its last two words, else for one of them, of which the last says most. */
export function findByName<Value>(table: ReadonlyMap<string, Value>, words: readonly string[]): Value | undefined {
  const key = [words.slice(-2).join(" "), ...[...words].reverse()].find((candidate) => table.has(candidate));
  return key === undefined ? undefined : table.get(key);
}

/** Which part of a range the values of a name come from, so that a start lies before its end. */
export function partOfRange(words: readonly string[]): readonly [from: number, to: number] {
  if (words.some((word) => earlier.has(word))) return [0, 0.4];
  return words.some((word) => later.has(word)) ? [0.6, 1] : [0, 1];
}
