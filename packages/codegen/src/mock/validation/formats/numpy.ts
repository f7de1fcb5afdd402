import type { JsonValue } from "../../../signature.js";
import { getOwn } from "../../json/own-property.js";
import { isObject } from "../check-object.js";
import type { Location } from "../location.js";
import type { Problem } from "../problem.js";
import { pythonRepr } from "../python-repr.js";
import { decodedLength } from "./base64-length.js";
import { itemSize } from "./numpy-dtype.js";

/**
 * Checks a numpy array in its JSON form. The server's own validator raises a `TypeError` about a bad one, which pydantic
 * does not catch, so that the call fails as a whole.
 */
export function checkNumpy(value: JsonValue, location: Location): readonly Problem[] {
  const fault = findArrayFault(value);
  return fault === undefined ? [] : [{ location, message: `TypeError: numpy_array_validation${fault}`, escapes: true }];
}

function findArrayFault(value: JsonValue): string | undefined {
  const parts = isObject(value) ? readParts(value) : undefined;
  if (parts === undefined) {
    const expected = "Expected a NumPy array or a dictionary with keys {'shape', 'data_b64', 'dtype'}.";
    return `\n${expected}\nGot:\n${typeof value === "string" ? value : pythonRepr(value)}`;
  }
  const fault = findDataFault(parts);
  return fault === undefined ? undefined : `Invalid data, shape, or dtype for NumPy array: ${fault}`;
}

interface ArrayParts {
  readonly data: JsonValue;
  readonly shape: JsonValue;
  readonly dtype: JsonValue;
}

function readParts(value: { [key: string]: JsonValue }): ArrayParts | undefined {
  const [data, shape, dtype] = ["data_b64", "shape", "dtype"].map((key) => getOwn(value, key));
  return data === undefined || shape === undefined || dtype === undefined ? undefined : { data, shape, dtype };
}

function findDataFault({ data, shape, dtype }: ArrayParts): string | undefined {
  if (typeof data !== "string") return "argument should be a bytes-like object or ASCII string";
  const length = decodedLength(data);
  if ("fault" in length) return length.fault;
  const size = typeof dtype === "string" ? itemSize(dtype) : undefined;
  if (size === undefined) return `data type ${pythonRepr(dtype)} not understood`;
  if (length.bytes % size !== 0) return "buffer size must be a multiple of element size";
  return findShapeFault(shape, length.bytes / size);
}

function findShapeFault(shape: JsonValue, count: number): string | undefined {
  if (!Array.isArray(shape)) return `${pythonRepr(shape)} is not a valid shape`;
  const sides = shape.filter((side): side is number => typeof side === "number" && Number.isInteger(side));
  if (sides.length < shape.length) return "an item of the shape cannot be interpreted as an integer";
  if (fillsShape(sides, count)) return undefined;
  return `cannot reshape array of size ${count} into shape (${sides.join(",")}${sides.length === 1 ? "," : ""})`;
}

/** One side may be -1: numpy works it out. */
function fillsShape(sides: readonly number[], count: number): boolean {
  const known = sides.filter((side) => side !== -1).reduce((product, side) => product * side, 1);
  const unknown = sides.filter((side) => side === -1).length;
  if (unknown === 0) return known === count;
  return unknown === 1 && known > 0 && count % known === 0;
}
