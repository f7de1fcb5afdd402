import type { Definition } from "../types/definition.js";
import type { PlainType, PythonType } from "../types/python-type.js";

/** Whether no text is taken for a key of a type. The keys of JSON are texts, and what they say is read. */
export function isTextlessKey(type: PythonType, inside: ReadonlySet<Definition> = new Set()): boolean {
  switch (type.kind) {
    case "array":
    case "tuple":
    case "mapping":
      return true;
    case "plain":
      return isTextless(type);
    case "nullable":
    case "described":
      return isTextlessKey(type.inner, inside);
    case "modal":
      return isTextlessKey(type.validation, inside);
    case "union":
      return type.members.every((member) => isTextlessKey(member, inside));
    case "reference":
      return !inside.has(type.definition) && isTextlessShape(type.definition, new Set([...inside, type.definition]));
    default:
      return false;
  }
}

function isTextless({ schema, isExact }: PlainType): boolean {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (isExact === true) {
    return values === undefined ? schema.type !== "string" : !values.some((value) => typeof value === "string");
  }
  return schema.type === "null";
}

function isTextlessShape(definition: Definition, inside: ReadonlySet<Definition>): boolean {
  const shape = definition.shape();
  switch (shape.kind) {
    case "type":
      return isTextlessKey(shape.type, inside);
    case "root":
      return isTextlessKey(shape.field.type, inside);
    default:
      return true;
  }
}

/** Whether a key of a type cannot be written: a `frozenset`. */
export function isUnwritableKey(type: PythonType): boolean {
  switch (type.kind) {
    case "array":
      return type.unique;
    case "nullable":
    case "described":
      return isUnwritableKey(type.inner);
    case "union":
      return type.members.some(isUnwritableKey);
    default:
      return false;
  }
}
