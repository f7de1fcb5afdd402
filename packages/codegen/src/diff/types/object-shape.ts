import { undocumented } from "../../plan/documentation/documentation.js";
import { isKeyword, keyword, type ObjectNode, type RecordNode } from "../../plan/type-node.js";
import { casesOf } from "./cases.js";
import type { PlainType, TypeScope } from "./type-scope.js";

/** What objects of all kinds have: an object whose keys are data has an index, or members that may be missing. */
export type ObjectShape = Pick<ObjectNode, "members" | "index">;

/** The keys of an object; nothing where the type is none. */
export function shapeOf(type: PlainType, scope: TypeScope): ObjectShape | undefined {
  if (type.kind === "object") return type;
  if (type.kind === "empty-object") return { members: [], ...(type.open && { index: keyword("unknown") }) };
  return type.kind === "record" ? shapeOfRecord(type, scope) : undefined;
}

function shapeOfRecord({ key, value }: RecordNode, scope: TypeScope): ObjectShape {
  if (isKeyword(key, "string")) return { members: [], ...(!isKeyword(value, "never") && { index: value }) };
  const names = casesOf(key, scope).flatMap((name) => (name.kind === "literal" ? [String(name.value)] : []));
  const member = { type: value, optional: true, acceptsUndefined: false, documentation: undocumented };
  return { members: names.map((name) => ({ name, ...member })) };
}

/** Whether the object is one without any keys. */
export function hasNoKeys(shape: ObjectShape | undefined): boolean {
  return shape?.members.length === 0 && shape.index === undefined;
}
