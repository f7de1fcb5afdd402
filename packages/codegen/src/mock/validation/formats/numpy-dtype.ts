const sizes: ReadonlyMap<string, number> = new Map([
  ["bool", 1],
  ["int", 8],
  ["uint", 8],
  ["float", 8],
  ["complex", 16],
  ["half", 2],
  ["single", 4],
  ["double", 8],
  ["longdouble", 16],
  ["?", 1],
]);
const named = /^(int|uint|float|complex)(8|16|32|64|128|256)$/;
const bits: ReadonlyMap<string, readonly number[]> = new Map([
  ["int", [8, 16, 32, 64]],
  ["uint", [8, 16, 32, 64]],
  ["float", [16, 32, 64, 128]],
  ["complex", [64, 128, 256]],
]);

/** How many bytes an item of a dtype takes; nothing where numpy knows no such dtype. */
export function itemSize(dtype: string): number | undefined {
  const plain = dtype.replace(/^[<>=|]/, "");
  const known = sizes.get(plain);
  if (known !== undefined) return known;
  const [, family = "", width = ""] = named.exec(plain) ?? [];
  if (family !== "") return bits.get(family)?.includes(Number(width)) === true ? Number(width) / 8 : undefined;
  return codedSize(plain);
}

/** The codes of the array protocol: a letter and a number of bytes, or of characters for texts. */
function codedSize(code: string): number | undefined {
  if (/^(?:i[1248]|u[1248]|f(?:2|4|8|16)|c(?:8|16|32)|b1)$/.test(code)) return Number(code.slice(1));
  if (/^[SV][1-9][0-9]*$/.test(code)) return Number(code.slice(1));
  if (/^U[1-9][0-9]*$/.test(code)) return Number(code.slice(1)) * 4;
  return /^(?:M8|m8|datetime64|timedelta64)(?:\[[A-Za-z0-9]+\])?$/.test(code) ? 8 : undefined;
}
