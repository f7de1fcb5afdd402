import type { JsonValue } from "../../signature.js";
import { setOwn } from "../json/own-property.js";
import { MessageError } from "./message-error.js";

/** A map of a message: keys that are texts begin with `t`, those that are bytes with `b`. */
type Entries = ReadonlyMap<string, unknown>;

/** What a message holds, as JSON has it: bytes as text, arrays in their JSON form, dates and the like as their text. */
export function reviveMessage(value: unknown): JsonValue {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (Array.isArray(value)) return value.map(reviveMessage);
  if (typeof value === "object" && value !== null) return reviveMap(new Map(Object.entries(value)));
  if (typeof value === "bigint") return Number(value);
  return isScalar(value) ? value : null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

const marks: readonly string[] = [
  "__dt_datetime_iso__",
  "__dt_date_iso__",
  "__dt_time_iso__",
  "__dt_timedelta__",
  "__decimal__",
  "__uuid__",
  "complex",
];

function reviveMap(entries: Entries): JsonValue {
  const [first = ""] = entries.keys();
  if (first === "bnd") return reviveArray(entries);
  if (first.startsWith("b") && marks.includes(first.slice(1))) return reviveMarked(entries.get("bdata"));
  const object: Record<string, JsonValue> = {};
  for (const [key, value] of entries) {
    // Bytes are another key than the text with the same letters.
    setOwn(object, key.startsWith("t") ? key.slice(1) : `b'${key.slice(1)}'`, reviveMessage(value));
  }
  return object;
}

function reviveMarked(data: unknown): JsonValue {
  if (!Array.isArray(data)) return typeof data === "string" ? data.replace(/^\((.*)\)$/, "$1") : reviveMessage(data);
  const [days = 0, seconds = 0, microseconds = 0] = data.map(Number);
  const total = (days * 86_400 + seconds + microseconds / 1_000_000).toFixed(6);
  return `${total.startsWith("-") ? "-" : ""}PT${total.replace("-", "")}S`;
}

function reviveArray(entries: Entries): JsonValue {
  const [kind, data, type, shape] = ["kind", "data", "type", "shape"].map((key) => entries.get(`b${key}`));
  if (kind instanceof Uint8Array && kind[0] === 0x4f) throw new MessageError("UnpicklingError: invalid load key");
  if (!(data instanceof Uint8Array)) throw new MessageError("KeyError: b'data'");
  return {
    data_b64: Buffer.from(data).toString("base64"),
    shape: Array.isArray(shape) ? shape.map(reviveMessage) : [],
    dtype: reviveMessage(type),
  };
}
