/** The name among some that another looks like, where it is one slip of the pen away from it, or two where it is long. */
export function similarName(name: string, names: Iterable<string>): string | undefined {
  // So short a name is near to too much; so long a one is near to nothing.
  if (name.length < 3 || name.length > 30) return undefined;
  return [...names].find((candidate) => candidate !== name && isSimilar(name.toLowerCase(), candidate.toLowerCase()));
}

function isSimilar(name: string, keyword: string): boolean {
  if (name === keyword) return true;
  // Of so short a name, only a letter that is there twice is a slip for sure.
  if (keyword.length < 4) return keyword.length === 3 && name.replace(/(.)\1/, "$1") === keyword;
  return distance(name, keyword) <= (keyword.length < 8 ? 1 : 2);
}

/** How many letters are to be added, taken away, changed or swapped with the next. */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const at = (line: readonly number[], index: number): number => line[index] ?? Number.POSITIVE_INFINITY;
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const changed = at(last, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, changed, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return last.at(-1) ?? 0;
}
