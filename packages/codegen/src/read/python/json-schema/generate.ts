import type { JsonSchemaObject } from "../../../signature.js";
import type { Definition, ObjectShape } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import { type GeneratedDefinition, nameDefinitions } from "./definition-names.js";
import { Generation, type Listeners } from "./generation.js";
import type { SchemaMode } from "./mode.js";
import { mapReferences, referenceNumber, referencesIn } from "./references.js";
import { withoutRepeats } from "./repeats.js";
import { shapeSchema } from "./shape-schema.js";
import { schemaOf } from "./type-schema.js";

/** How a schema is made. */
export interface SchemaOptions extends Listeners {
  readonly mode: SchemaMode;
}

/**
 * The schema of a type, standing alone. A type with a definition is a reference into `$defs`.
 */
export function generateSchema(type: PythonType, options: SchemaOptions): JsonSchemaObject {
  const generation = Generation.start(options);
  return assemble(schemaOf(type, generation), generation);
}

/** The schema of a type as pydantic's `TypeAdapter` gives it: a definition that nothing else refers to is written out. */
export function generateAdapterSchema(type: PythonType, options: SchemaOptions): JsonSchemaObject {
  const generation = Generation.start(options);
  return assemble(schemaOf(type, generation), generation, true);
}

/** The schema of an object that is no definition: the arguments of a function. */
export function generateObjectSchema(shape: ObjectShape, options: SchemaOptions): JsonSchemaObject {
  const generation = Generation.start(options);
  return assemble(shapeSchema(shape, generation), generation);
}

/** Makes the schemas of all definitions that are reached, and gives them their keys. */
function assemble(root: JsonSchemaObject, generation: Generation, isWrittenOut = false): JsonSchemaObject {
  const generated = generateDefinitions(generation);
  const definitions = generated.map((entry) => ({ ...entry, schema: withoutRepeats(entry.schema, generated) }));
  const written = isWrittenOut ? writeOut(root, definitions) : withoutRepeats(root, generated);
  const kept = reachable(written, definitions);
  const names = nameDefinitions(definitions, kept);
  const nameOf = (index: number): string => names.get(index) ?? "";
  mentionMixtures(definitions, names, generation);
  const entries = [...kept].flatMap((index): [string, JsonSchemaObject][] => {
    const found = definitions[index];
    if (found === undefined) return [];
    generation.tellName(found.definition, nameOf(index));
    return [[nameOf(index), mapReferences(found.schema, nameOf)]];
  });
  const schema = mapReferences(written, nameOf);
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return sorted.length === 0 ? schema : { ...schema, $defs: Object.fromEntries(sorted) };
}

/** Tells of classes without settings that have several forms. */
function mentionMixtures(
  definitions: readonly GeneratedDefinition[],
  names: ReadonlyMap<number, string>,
  generation: Generation,
): void {
  const first = new Map<string, { readonly definition: Definition; readonly name: string }>();
  for (const [index, name] of names) {
    const definition = definitions[index]?.definition;
    if (definition?.mixture === undefined) continue;
    const known = first.get(definition.declared) ?? { definition, name };
    first.set(definition.declared, known);
    if (known.definition !== definition && known.name !== name) generation.mention(definition.mixture);
  }
}

/** Making the schema of a definition may reach more of them: the list grows while it is walked. */
function generateDefinitions(generation: Generation): readonly GeneratedDefinition[] {
  const generated: GeneratedDefinition[] = [];
  for (const reached of generation.reached) {
    const { definition } = reached;
    generated.push({ definition, schema: shapeSchema(definition.shape(), reached.generation) });
  }
  return generated;
}

/** Replaces a root that is nothing but a reference by what it refers to, unless that refers to itself. */
function writeOut(root: JsonSchemaObject, definitions: readonly GeneratedDefinition[]): JsonSchemaObject {
  const index = referenceNumber(root.$ref);
  const target = index === undefined ? undefined : definitions[index];
  if (index === undefined || target === undefined || Object.keys(root).length > 1) return root;
  return reachable(target.schema, definitions).has(index) ? root : target.schema;
}

/** The numbers of the definitions that a schema refers to, and those refer to. */
function reachable(schema: JsonSchemaObject, definitions: readonly GeneratedDefinition[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [...referencesIn(schema)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const target = definitions[index];
    if (!reached.has(index) && target !== undefined) {
      reached.add(index);
      waiting.push(...referencesIn(target.schema));
    }
  }
  return new Set([...reached].sort((left, right) => left - right));
}
