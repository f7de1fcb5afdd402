import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import { isObject } from "./check-object.js";
import { choicesOf } from "./check-scalar.js";
import type { Checking } from "./checking.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { pythonRepr } from "./python-repr.js";
import type { Resolve } from "./resolve-reference.js";
import { messages, noTag, unknownTag } from "./wording.js";

type Tag = string | number;

/** Checks a discriminated union: its tag chooses the one member that the value has to fit. */
export function checkTaggedUnion(
  schema: JsonSchemaObject,
  property: string,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (!isObject(value)) return problem(location, messages.taggedObject);
  const tag = getOwn(value, property);
  if (tag === undefined) return problem(location, noTag(property));
  const members = membersByTag(schema, property, checking.resolve);
  const isKnown = typeof tag === "string" || typeof tag === "number";
  const member = isKnown ? members.get(tag) : undefined;
  if (isKnown && member !== undefined) return checking.check(member, value, [...location, tag]);
  const shown = typeof tag === "string" ? tag : pythonRepr(tag);
  return problem(location, unknownTag(shown, property, [...members.keys()].map(pythonRepr)));
}

/** The members of a discriminated union under their tags, in the order of its mapping. */
function membersByTag(schema: JsonSchemaObject, property: string, resolve: Resolve): ReadonlyMap<Tag, JsonSchema> {
  const members = new Map<Tag, JsonSchema>();
  for (const [key, reference] of Object.entries(schema.discriminator?.mapping ?? {})) {
    const member: JsonSchema = { $ref: reference };
    members.set(tagsOf(member, property, resolve).find((tag) => String(tag) === key) ?? key, member);
  }
  if (members.size > 0) return members;
  for (const member of schema.oneOf ?? schema.anyOf ?? []) {
    for (const tag of tagsOf(member, property, resolve)) members.set(tag, member);
  }
  return members;
}

/** The tags that a member names itself. A mapping has only texts for its keys, though a tag may be a number. */
function tagsOf(member: JsonSchema, property: string, resolve: Resolve): readonly Tag[] {
  const model = resolve(member);
  if (typeof model === "boolean") return [];
  const field = resolve(getOwn(model.properties ?? {}, property) ?? true);
  if (typeof field === "boolean") return [];
  return (choicesOf(field) ?? []).filter((choice) => typeof choice === "string" || typeof choice === "number");
}
