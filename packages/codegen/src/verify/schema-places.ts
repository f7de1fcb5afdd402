import { definitionKey } from "../definition-reference.js";
import { itemPlace, keyPlace, positionPlace, valuePlace } from "../diff/place.js";
import { alternativesOf, definitionsOf } from "../plan/schema/definitions.js";
import type { JsonSchema, JsonSchemaObject } from "../signature.js";

/** The places of the schemas in a schema that are meant, each model's once. */
export function schemaPlaces(
  root: JsonSchema,
  place: string,
  isMeant: (schema: JsonSchemaObject) => boolean,
): readonly string[] {
  const definitions = definitionsOf(root);
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (schema: JsonSchema | undefined, at: string): void => {
    if (typeof schema !== "object") return;
    if (isMeant(schema)) found.push(at);
    if (schema.$ref !== undefined && !seen.has(schema.$ref)) {
      seen.add(schema.$ref);
      visit(definitions.get(definitionKey(schema.$ref)), at);
    }
    for (const [key, property] of Object.entries(schema.properties ?? {})) visit(property, keyPlace(at, key));
    visit(schema.items, itemPlace(at));
    visit(schema.additionalProperties, valuePlace(at));
    for (const [position, item] of (schema.prefixItems ?? []).entries()) visit(item, positionPlace(at, position));
    for (const member of alternativesOf(schema)) visit(member, at);
  };
  visit(root, place);
  return found;
}
