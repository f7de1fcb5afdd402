import { arrayOf } from "../arrays/array-bytes.js";
import { binaryKey, shortText } from "../message/keys.js";
import { complexText } from "./complex-text.js";
import { durationText } from "./duration-text.js";

/** A map of a message, its keys with their letters. */
type Entries = Readonly<Record<string, unknown>>;

const dataKey = binaryKey("data");
const arrayKey = binaryKey("nd");

/** What makes the JSON value of what is marked with a key; `undefined` where the data is not what the mark says. */
const readers: ReadonlyMap<string, (data: unknown) => string | undefined> = new Map([
  [binaryKey("__dt_datetime_iso__"), withoutSeconds],
  [binaryKey("__dt_date_iso__"), textIn],
  [binaryKey("__dt_time_iso__"), textIn],
  [binaryKey("__dt_timedelta__"), durationText],
  [binaryKey("__decimal__"), textIn],
  [binaryKey("__uuid__"), textIn],
  [binaryKey("complex"), complexText],
]);

/**
 * The value of a map with which the model server marks what msgpack has no type for: the mark is its first key, and is bytes.
 * Nothing, where it is a map like any other.
 *
 * @throws TypeError where it is an array that cannot be held.
 */
export function markedValue(entries: Entries): { readonly value: unknown } | undefined {
  const [mark = ""] = Object.keys(entries);
  if (mark === arrayKey) return { value: arrayIn(entries) };
  const value = entries[mark] === true ? readers.get(mark)?.(entries[dataKey]) : undefined;
  return value === undefined ? undefined : { value };
}

/** An array, or the one item that a scalar of numpy's is. */
function arrayIn(entries: Entries): unknown {
  const [type, kind, shape, data] = ["type", "kind", "shape", "data"].map((key) => entries[binaryKey(key)]);
  const kindText = kind instanceof Uint8Array ? shortText(kind) : "";
  if (kindText === "O") throw new TypeError("the message has an array of Python objects, which is a program: refused");
  if (kindText === "V" || Array.isArray(type)) throw new TypeError("an array of structures is not supported");
  if (typeof type !== "string" || !(data instanceof Uint8Array)) {
    throw new TypeError("the message has an incomplete array");
  }
  if (entries[arrayKey] === false) return scalarOf(arrayOf(data, [], type));
  if (!Array.isArray(shape)) throw new TypeError("the message has an array without a shape");
  return arrayOf(
    data,
    shape.map((length: unknown) => (typeof length === "bigint" ? Number(length) : length)),
    type,
  );
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
