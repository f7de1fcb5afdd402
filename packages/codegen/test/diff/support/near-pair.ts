import fc from "fast-check";
import type { JsonSchema, JsonSchemaObject } from "../../../src/signature.js";
import { objectOf } from "../../emit/support/generate.js";

const reference = fc.constantFrom("Node", "Size").map((key) => ({ $ref: `#/$defs/${key}` }));
const scalar = fc.constantFrom<JsonSchemaObject[]>(
  { type: "string" },
  { type: "integer" },
  { type: "number" },
  { type: "boolean" },
  { type: "null" },
  { const: true },
  { enum: ["a", "b"] },
  { enum: ["a", "b", "c"] },
);

/** A schema as pydantic writes them: it has no `allOf` but of its own, which TypeScript cannot always compare. */
const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const part = tie("schema");
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const object = fc.record({ a: part, b: part }).chain(({ a, b }) =>
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.constantFrom<Record<string, JsonSchema>[]>({ a }, { a, b }),
        required: fc.subarray(["a"]),
        additionalProperties: fc.constant(true),
      },
      { requiredKeys: ["type", "properties", "required"] },
    ),
  );
  const list = fc.record({ type: fc.constant("array"), items: part });
  const tuple = parts.map((prefixItems) => {
    return { type: "array", prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
  });
  const record = fc.record({ type: fc.constant("object"), additionalProperties: part });
  const union = parts.map((anyOf) => ({ anyOf }));
  return { schema: fc.oneof({ maxDepth: 3 }, scalar, reference, object, list, tuple, record, union) };
});

const $defs: Record<string, JsonSchema> = {
  Size: { enum: ["a", "b"] },
  Node: objectOf({ a: { type: "string" }, next: { anyOf: [{ $ref: "#/$defs/Node" }, { type: "null" }] } }),
};

/** A schema, and one that is near to it: most pairs of any two have nothing in common. */
export const nearPair: fc.Arbitrary<JsonSchemaObject[]> = fc
  .tuple(schema, schema, fc.nat({ max: 4 }))
  .map(([one, other, way]) => {
    const either: JsonSchema = { anyOf: [one, other] };
    const pairs: readonly (readonly [JsonSchema, JsonSchema])[] = [
      [objectOf({ a: one }), objectOf({ a: either })],
      [objectOf({ a: either }), objectOf({ a: one })],
      [objectOf({ a: one, b: other }), objectOf({ a: one })],
      [objectOf({ a: one }), { ...objectOf({ a: one, b: other }), required: ["a"] }],
      [objectOf({ a: one }), objectOf({ a: other })],
    ];
    return (pairs[way] ?? []).map((root) => ({ ...objectOf({ value: root }), $defs }));
  });
