import type { JsonSchema } from "../../signature.js";

/** Gives the schema that a reference leads to; any other schema as it is. */
export type Resolve = (schema: JsonSchema) => JsonSchema;

/**
 * Makes the resolver of a schema's own references. What is found gets the title of its name, unless it has one.
 * A reference that leads nowhere, or back to itself, counts as no constraint.
 */
export function createResolve(root: JsonSchema): Resolve {
  const known = new Map<string, JsonSchema>();
  return (schema) => {
    if (typeof schema !== "object" || typeof schema.$ref !== "string") return schema;
    const reference = schema.$ref;
    const target = known.get(reference) ?? followReference(root, reference);
    known.set(reference, target);
    return target;
  };
}

function followReference(root: JsonSchema, first: string): JsonSchema {
  const visited = new Set<string>();
  let reference = first;
  while (!visited.has(reference)) {
    visited.add(reference);
    const target = lookUp(root, reference);
    if (typeof target !== "object") return target;
    if (typeof target.$ref !== "string") return withTitle(target, reference);
    reference = target.$ref;
  }
  return true;
}

function withTitle(target: Exclude<JsonSchema, boolean>, reference: string): JsonSchema {
  const name = pointerSteps(reference).at(-1);
  if (target.title !== undefined || name === undefined) return target;
  return { ...target, title: name };
}

function lookUp(root: JsonSchema, reference: string): JsonSchema {
  let current: unknown = reference.startsWith("#") ? root : true;
  for (const step of pointerSteps(reference)) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return true;
    current = Reflect.get(current, step);
  }
  return isSchema(current) ? current : true;
}

/** The steps of a JSON pointer in a fragment. */
export function pointerSteps(reference: string): readonly string[] {
  const [, ...steps] = reference.split("/");
  return steps.map((step) => decodeStep(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value));
}
