import type { Definition, Field } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";

/**
 * Whether how a definition is written, with aliases or without, is up to the class that it is written within: that of
 * a `TypedDict` or a plain dataclass with aliases, and of what holds one of these.
 */
export function goesByOthers(definition: Definition, inside: Set<Definition> = new Set()): boolean {
  if (inside.has(definition)) return false;
  inside.add(definition);
  const shape = definition.shape();
  switch (shape.kind) {
    case "object":
      return shape.serializesByAlias === "inherited" && someField(shape.fields, inside);
    case "root":
      return false;
    case "row":
      return someField(shape.fields, inside);
    case "type":
      return holdsOne(shape.type, inside);
  }
}

function someField(fields: readonly Field[], inside: Set<Definition>): boolean {
  return fields.some(({ name, serializationAlias = name, serializesAs, type }) => {
    return serializationAlias !== name || holdsOne(serializesAs ?? type, inside);
  });
}

function holdsOne(type: PythonType, inside: Set<Definition>): boolean {
  return innerTypes(type).some((inner) => holdsOne(inner, inside)) || refersToOne(type, inside);
}

function refersToOne(type: PythonType, inside: Set<Definition>): boolean {
  return type.kind === "reference" && goesByOthers(type.definition, inside);
}

/** The types that a type is made of, as it is written. */
function innerTypes(type: PythonType): readonly PythonType[] {
  switch (type.kind) {
    case "array":
      return [type.items];
    case "tuple":
      return type.items;
    case "mapping":
      return [type.keys, type.values];
    case "union":
      return type.members;
    case "nullable":
    case "described":
      return [type.inner];
    case "modal":
      return [type.serialization];
    case "json-text":
      return [type.content];
    default:
      return [];
  }
}
