import { isEqual } from "../compare.js";
import type { Constant } from "../constant.js";
import { entryOf } from "../subscript.js";
import { type ConstantMethod, only } from "./method.js";

type Entries = readonly (readonly [Constant, Constant])[];

/** A method of dictionaries. */
function ofEntries(work: (entries: Entries, given: readonly Constant[]) => Constant | undefined): ConstantMethod {
  return (subject, { positional, keywords }) =>
    subject.kind === "dict" && keywords.size === 0 ? work(subject.entries, positional) : undefined;
}

/** A view of a dictionary: something to loop over. */
function view(part: (entry: readonly [Constant, Constant]) => Constant): ConstantMethod {
  return ofEntries((entries, given) =>
    given.length === 0 ? { kind: "sequence", type: "iterable", items: entries.map(part) } : undefined,
  );
}

/** `d.get(key)` or `d.get(key, missing)` */
const get = ofEntries((entries, [wanted, missing]) => {
  const found = wanted === undefined ? [undefined] : entries.map(([key]) => isEqual(key, wanted));
  if (wanted === undefined || found.includes(undefined)) return undefined;
  return found.includes(true) ? entryOf(entries, wanted) : (missing ?? { kind: "none" });
});

const copy: ConstantMethod = (subject, { positional }) => (positional.length === 0 ? subject : undefined);

/** The methods of dictionaries that are worked out. Adding one is adding an entry. */
export const dictionaryMethods: readonly (readonly [string, ConstantMethod])[] = [
  ["get", get],
  ["keys", view(([key]) => key)],
  ["values", view(([, value]) => value)],
  ["items", view((entry) => ({ kind: "sequence", type: "tuple", items: entry }))],
  ["copy", copy],
];

/** The methods of lists, tuples and sets that are worked out. Adding one is adding an entry. */
export const sequenceMethods: readonly (readonly [string, ConstantMethod])[] = [["copy", copy]];

/** `b"…".decode()` */
const decode: ConstantMethod = (subject, { positional, keywords }) => {
  const [encoding] = positional;
  const isUtf8 = encoding === undefined || (encoding.kind === "string" && /^(utf-?8|ascii)$/i.test(encoding.value));
  if (subject.kind !== "bytes" || !isUtf8 || keywords.size > 0 || (only(positional) ?? encoding) !== encoding) {
    return undefined;
  }
  const isAscii = subject.value.every((byte) => byte < 128);
  return isAscii ? { kind: "string", value: String.fromCharCode(...subject.value) } : undefined;
};

/** The methods of bytes that are worked out. Adding one is adding an entry. */
export const bytesMethods: readonly (readonly [string, ConstantMethod])[] = [["decode", decode]];
