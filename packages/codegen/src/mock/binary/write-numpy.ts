import type { JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import { bytesPart, listPart, markedPart, scalarPart } from "./message-parts.js";

const letters: ReadonlyMap<string, string> = new Map([
  ["bool", "b"],
  ["int", "i"],
  ["uint", "u"],
  ["float", "f"],
  ["complex", "c"],
]);

/** Writes an array in its JSON form as msgpack_numpy writes the array. */
export function writeNumpy(array: Readonly<Record<string, JsonValue>>): Uint8Array {
  const [data, shape, dtype] = ["data_b64", "shape", "dtype"].map((key) => getOwn(array, key));
  const [bytes, code] = [data, dtype].map((part) => (typeof part === "string" ? part : ""));
  const sides = Array.isArray(shape) ? shape.map(Number) : [];
  return markedPart({
    nd: scalarPart(true),
    type: scalarPart(codeOf(code ?? "")),
    kind: bytesPart(new Uint8Array()),
    shape: listPart(sides.map(scalarPart)),
    data: bytesPart(Buffer.from(bytes ?? "", "base64")),
  });
}

/** `float32` is `<f4`; what is a code already stays as it is. */
function codeOf(dtype: string): string {
  const [, family = "", bits = "8"] = /^([a-z]+)(\d+)?$/.exec(dtype) ?? [];
  const letter = letters.get(family);
  const size = Number(bits) / 8;
  return letter === undefined ? dtype : `${size === 1 ? "|" : "<"}${letter}${size}`;
}
