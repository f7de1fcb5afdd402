import fc from "fast-check";
import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../../src/signature.js";

const keys = fc.constantFrom("a", "b", "kind", "__proto__", "constructor", "a-b", "*/", "new", "0", "ü");
const definitionKeys = ["A", "B", "C", "pkg__one__A", "pkg__two__A", "Promise", "Box_int_"] as const;
const json = fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<JsonValue>;
const text = fc.oneof(fc.string(), fc.constantFrom("*/", "@deprecated", "a\u2028b", "```\ncode", "{@link x}"));
const count = fc.nat({ max: 3 });

const documentation = fc.record(
  {
    description: text,
    title: text,
    default: json,
    deprecated: fc.boolean(),
    examples: fc.array(json, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const reference = fc.record({
  $ref: fc.constantFrom(...definitionKeys).map((key) => `#/$defs/${key}`),
});

const plain = fc.oneof<fc.Arbitrary<JsonSchemaObject>[]>(
  fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean", "null", "object", "array") }),
  fc.record({ const: json }),
  fc.record({ enum: fc.array(json, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant(["string", "null"]), pattern: text, format: text }),
);

const { schema } = fc.letrec<{ schema: JsonSchema; part: JsonSchema }>((tie) => {
  const part = tie("schema");
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const properties = fc.dictionary(keys, part, { maxKeys: 3 });
  const object = fc.record(
    {
      type: fc.constant("object"),
      properties,
      required: fc.uniqueArray(keys, { maxLength: 2 }),
      additionalProperties: part,
      patternProperties: properties,
      propertyNames: part,
    },
    { requiredKeys: ["type"] },
  );
  const array = fc.record(
    { type: fc.constant("array"), items: part, prefixItems: parts, minItems: count, maxItems: count },
    { requiredKeys: ["type"] },
  );
  const union = fc.record(
    { oneOf: parts, discriminator: fc.record({ propertyName: keys }) },
    { requiredKeys: ["oneOf"] },
  );
  const choice = fc.oneof(fc.record({ anyOf: parts }), union);
  const combination = fc.record({ allOf: parts, not: part }, { requiredKeys: ["allOf"] });
  const shapes = fc.oneof({ maxDepth: 2, depthSize: "small" }, plain, reference, object, array, choice, combination);
  const mixed = fc.tuple(shapes, documentation).map(([shape, more]) => ({ ...more, ...shape }));
  const both = fc.tuple(object, choice).map(([shape, more]) => ({ ...shape, ...more }));
  return {
    part,
    schema: fc.oneof({ maxDepth: 2, depthSize: "small" }, mixed, fc.boolean(), mixed, both),
  };
});

/** Any definitions under the keys that references of {@link arbitrarySchema} lead to. */
const definitions = fc
  .tuple(...definitionKeys.map(() => schema))
  .map((schemas) => Object.fromEntries(definitionKeys.map((key, index) => [key, schemas[index] ?? true])));

/** A schema of any shape that a reader can hand on, with definitions that refer to each other. */
export const arbitrarySchema: fc.Arbitrary<JsonSchemaObject> = fc
  .tuple(schema, definitions)
  .map(([root, $defs]) => ({ ...(typeof root === "boolean" ? {} : root), $defs }));

/** The arguments of a chain, of any types. */
export const arbitraryInput: fc.Arbitrary<JsonSchemaObject> = fc
  .record({
    properties: fc.dictionary(keys, schema, { maxKeys: 3 }),
    required: fc.uniqueArray(keys, { maxLength: 2 }),
    $defs: definitions,
  })
  .map((parts) => ({ type: "object", ...parts }));
