import { definitionKey } from "../../definition-reference.js";
import { alternativesOf, definitionsOf } from "../../plan/schema/definitions.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";

/** A schema of a signature, with what stands behind its references. */
export interface SchemaView {
  /** Its own keywords, and those of what it refers to: where both speak, its own. */
  readonly schema: JsonSchemaObject;
  /** What is behind all references: the same object whenever the same schema is asked for, so that recursion ends. */
  readonly identity: JsonSchemaObject;
}

/** Looks behind the references of one schema, and past the choice between a value and `null`. */
export type ViewOf = (schema: JsonSchema) => SchemaView;

/** The views of the parts of one schema, whose definitions are its own. */
export function viewsOf(root: JsonSchema): ViewOf {
  const definitions = definitionsOf(root);
  const viewOf = (schema: JsonSchema, seen: readonly string[]): SchemaView => {
    if (typeof schema === "boolean") return { schema: {}, identity: nothing };
    const key = schema.$ref === undefined ? undefined : definitionKey(schema.$ref);
    const next = key === undefined ? onlyAlternative(schema) : definitions.get(key);
    const isEndless = key !== undefined && seen.includes(key);
    if (next === undefined || isEndless) return { schema, identity: schema };
    const behind = viewOf(next, key === undefined ? seen : [...seen, key]);
    return { schema: { ...behind.schema, ...own(schema) }, identity: behind.identity };
  };
  return (schema) => viewOf(schema, []);
}

const nothing: JsonSchemaObject = {};

/** What a schema says itself, without what it leads to. */
function own(schema: JsonSchemaObject): JsonSchemaObject {
  const others = { ...schema };
  for (const keyword of ["$ref", "anyOf", "oneOf"] as const) delete others[keyword];
  return others;
}

/** The alternative of a schema that offers that one or `null`. */
function onlyAlternative(schema: JsonSchemaObject): JsonSchema | undefined {
  if (schema.type !== undefined || schema.properties !== undefined) return undefined;
  const alternatives = alternativesOf(schema);
  const others = alternatives.filter((alternative) => typeof alternative === "boolean" || alternative.type !== "null");
  return others.length === 1 ? others[0] : undefined;
}
