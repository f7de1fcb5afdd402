import type { JsonValue } from "../signature.js";
import { fittingExample } from "./fitting-example.js";
import type { Declaration, InterfaceDeclaration } from "./module-plan.js";
import { isInherited } from "./names/inherited.js";
import type { Member, ObjectNode, TypeNode } from "./type-node.js";

/** Plain ASCII: one other character would make the whole generated text take twice the memory. */
const placeholders = new Map<string, JsonValue>([
  ["string", "..."],
  ["number", 1],
  ["boolean", true],
  ["null", null],
  ["unknown", "..."],
]);

/** A value of more models within models shows nothing to a reader. */
const deepest = 20;

/** The smallest value of a type that shows what it is about, or nothing where there is no finite one. */
export function sampleOf(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): JsonValue | undefined {
  return sample(type, declarations, []);
}

function sample(
  type: TypeNode,
  declarations: ReadonlyMap<string, Declaration>,
  within: readonly string[],
): JsonValue | undefined {
  const inner = (part: TypeNode): JsonValue | undefined => sample(part, declarations, within);
  switch (type.kind) {
    case "keyword":
      return placeholders.get(type.word);
    case "literal":
      return type.value;
    case "union":
      return firstOf(type.members, inner);
    case "combined":
      return sampleCombination(type.members, declarations, inner);
    case "array":
      return sampleArray(inner(type.element), type.least);
    case "tuple":
      return all(type.elements.filter((element) => !element.optional).map((element) => inner(element.type)));
    case "record":
    case "empty-object":
      return {};
    case "object":
      return sampleObject(type.members, declarations, inner);
    case "reference":
      return sampleDeclaration(type.name, declarations, within);
  }
}

/** More items than these, or longer ones, show nothing to a reader. */
const mostItems = 8;
const mostCharacters = 400;

function sampleArray(item: JsonValue | undefined, least = 1): JsonValue {
  if (item === undefined) return [];
  const isShown = least <= mostItems && JSON.stringify(item).length * least <= mostCharacters;
  return Array.from({ length: isShown ? least : 1 }, () => item);
}

function sampleDeclaration(
  name: string,
  declarations: ReadonlyMap<string, Declaration>,
  within: readonly string[],
): JsonValue | undefined {
  const declaration = declarations.get(name);
  if (declaration === undefined || within.length >= deepest || within.includes(name)) return undefined;
  const given = fittingExample(declaration.documentation.examples, { kind: "reference", name }, declarations);
  if (given !== undefined) return given;
  const inner = (type: TypeNode): JsonValue | undefined => sample(type, declarations, [...within, name]);
  return declaration.kind === "alias"
    ? inner(declaration.type)
    : sampleObject(declaration.members, declarations, inner);
}

function sampleObject(
  members: readonly Member[],
  declarations: ReadonlyMap<string, Declaration>,
  inner: (type: TypeNode) => JsonValue | undefined,
): JsonValue | undefined {
  const shown = members.filter(({ name, optional }) => !optional || isInherited(name));
  const values = all(
    shown.map(({ type, documentation: { examples } }) => fittingExample(examples, type, declarations) ?? inner(type)),
  );
  return values && Object.fromEntries(shown.map((member, index) => [member.name, values[index] ?? null]));
}

/** One object of several, where each key is the business of one of them. */
function sampleCombination(
  types: readonly TypeNode[],
  declarations: ReadonlyMap<string, Declaration>,
  inner: (type: TypeNode) => JsonValue | undefined,
): JsonValue | undefined {
  const objects = types.map((type) => (type.kind === "reference" ? declarations.get(type.name) : type));
  const members = objects.flatMap((object) => (hasMembersOnly(object) ? object.members : []));
  const isPlain = objects.every(hasMembersOnly) && new Set(members.map(({ name }) => name)).size === members.length;
  return isPlain ? sampleObject(members, declarations, inner) : undefined;
}

function hasMembersOnly(type: TypeNode | Declaration | undefined): type is ObjectNode | InterfaceDeclaration {
  return (type?.kind === "object" || type?.kind === "interface") && type.index === undefined;
}

function firstOf(types: readonly TypeNode[], inner: (type: TypeNode) => JsonValue | undefined): JsonValue | undefined {
  for (const type of types) {
    const value = inner(type);
    if (value !== undefined) return value;
  }
  return undefined;
}

function all(values: readonly (JsonValue | undefined)[]): JsonValue[] | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? present : undefined;
}
