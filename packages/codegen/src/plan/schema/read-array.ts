import type { JsonSchemaObject } from "../../signature.js";
import { tupleLabels } from "../names/tuple-labels.js";
import { keyword, type TupleElement, type TypeNode } from "../type-node.js";
import { noTags } from "./discriminator-tags.js";
import type { Reading, ReadType } from "./reading.js";

/**
 * The type of a list. Only `prefixItems` makes a tuple, and so does a list that can have no items; other lengths are
 * documentation.
 */
export function readArray(schema: JsonSchemaObject, reading: Reading, readType: ReadType): TypeNode {
  const prefix = schema.prefixItems ?? [];
  const most = lengthOf(schema["maxItems"], Number.POSITIVE_INFINITY);
  const item = readType(schema.items ?? true, reading, noTags);
  const least = lengthOf(schema["minItems"], 0);
  if (prefix.length === 0 && most > 0) {
    // Equal items are no more of them in a set.
    const repeats = least > 1 && schema["uniqueItems"] !== true;
    return { kind: "array", element: item, readonly: false, ...(repeats && { least }) };
  }
  const hasRest = most > prefix.length && schema.items !== false;
  const positions = prefix.slice(0, most);
  const labels = hasRest ? undefined : tupleLabels(positions);
  const elements = positions.map((part, index): TupleElement => {
    const label = labels?.[index];
    return { type: readType(part, reading, noTags), optional: index >= least, ...(label !== undefined && { label }) };
  });
  return { kind: "tuple", elements, readonly: false, ...(hasRest && { rest: restType(schema, item) }) };
}

function restType(schema: JsonSchemaObject, item: TypeNode): TypeNode {
  return schema.items === undefined ? keyword("unknown") : item;
}

function lengthOf(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
