import { arrayOf } from "../arrays/array-bytes.js";
import { complexText } from "./complex-text.js";
import { durationText } from "./duration-text.js";

/** A map of a message. */
type Entries = Readonly<Record<string, unknown>>;

/** What makes the JSON value of what is marked with a key; `undefined` where the data is not what the mark says. */
const readers: ReadonlyMap<string, (data: unknown) => string | undefined> = new Map([
  ["__dt_datetime_iso__", withoutSeconds],
  ["__dt_date_iso__", textIn],
  ["__dt_time_iso__", textIn],
  ["__dt_timedelta__", durationText],
  ["__decimal__", textIn],
  ["__uuid__", textIn],
  ["complex", complexText],
]);

/**
 * The value of a map with which the model server marks what msgpack has no type for; `undefined`, which no message holds, for
 * a map like any other.
 *
 * @param mark - The first key of the map, which is the mark if it is one.
 * @throws TypeError where it is an array that cannot be held.
 */
export function markedValue(mark: string, entries: Entries): unknown {
  if (mark === "nd") return arrayIn(entries);
  return entries[mark] === true ? readers.get(mark)?.(entries["data"]) : undefined;
}

/** An array, or the one item that a scalar of numpy's is. */
function arrayIn(entries: Entries): unknown {
  const { nd, type, kind, shape, data } = entries;
  if (isLetter(kind, "O"))
    throw new TypeError("the message has an array of Python objects, which is a program: refused");
  if (isLetter(kind, "V") || Array.isArray(type)) throw new TypeError("an array of structures is not supported");
  if (typeof type !== "string" || !(data instanceof Uint8Array)) {
    throw new TypeError("the message has an incomplete array");
  }
  if (nd === false) return scalarOf(arrayOf(data, [], type));
  if (!Array.isArray(shape)) throw new TypeError("the message has an array without a shape");
  return arrayOf(data, shape, type);
}

/** Whether bytes are one letter. */
function isLetter(bytes: unknown, letter: string): boolean {
  return bytes instanceof Uint8Array && bytes.length === 1 && bytes[0] === letter.charCodeAt(0);
}

/** What JSON has for it: a number, a truth value, or the text of a complex number. */
function scalarOf({ data, dtype }: ReturnType<typeof arrayOf>): unknown {
  const [first = 0, second] = data;
  if (second !== undefined) return complexText(`${first}${Number(second) < 0 ? "" : "+"}${second}j`);
  return dtype === "bool" ? first === 1 : Number(first);
}

function textIn(data: unknown): string | undefined {
  return typeof data === "string" ? data : undefined;
}

/** JSON has no seconds in the offset from UTC. */
function withoutSeconds(data: unknown): string | undefined {
  return textIn(data)?.replace(/([+-]\d\d:\d\d):\d\d(\.\d+)?$/, "$1");
}
