import type { JsonValue } from "../signature.js";
import type { Declaration } from "./module-plan.js";
import type { Member, TypeNode } from "./type-node.js";

/** A longer value would hide the call that it is part of. */
const mostCharacters = 100;

/** The first example of the user's that compiles as a value of the type: pydantic takes any. */
export function fittingExample(
  examples: readonly JsonValue[] | undefined,
  type: TypeNode,
  declarations: ReadonlyMap<string, Declaration>,
): JsonValue | undefined {
  // Most have none.
  if (examples === undefined) return undefined;
  const fits = fitting(declarations);
  return examples.find((value) => JSON.stringify(value).length <= mostCharacters && fits(value, type));
}

/** An object whose keys are known. */
interface Keyed {
  readonly members: readonly Member[];
  readonly index?: TypeNode;
}

/** Tells which values compile as which types. */
function fitting(declarations: ReadonlyMap<string, Declaration>): (value: JsonValue, type: TypeNode) => boolean {
  // Members of a union that have the same parts would ask the same of them again, twice as often with each level.
  const known = new Map<string, Map<JsonValue, boolean>>();

  function fits(value: JsonValue, type: TypeNode): boolean {
    switch (type.kind) {
      case "keyword":
        return type.word === "unknown" || type.word === (value === null ? "null" : typeof value);
      case "literal":
        return value === type.value;
      case "union":
        return type.members.some((member) => fits(value, member));
      case "combined":
        // Which key belongs to which part is not asked.
        return false;
      case "array":
        return fitsList(value, type.least ?? 0, () => type.element);
      case "tuple": {
        const least = type.elements.filter(({ optional }) => !optional).length;
        return fitsList(value, least, (index) => type.elements[index]?.type ?? type.rest);
      }
      case "record":
        return fitsEntries(value, (key, part) => fits(key, type.key) && fits(part, type.value));
      case "object":
        return fitsMembers(value, type);
      case "empty-object":
        return fitsEntries(value, () => false);
      case "reference":
        return fitsReference(value, type.name);
    }
  }

  function fitsReference(value: JsonValue, name: string): boolean {
    const answers = known.get(name) ?? new Map<JsonValue, boolean>();
    known.set(name, answers);
    const answer = answers.get(value) ?? fitsDeclaration(value, declarations.get(name));
    answers.set(value, answer);
    return answer;
  }

  function fitsDeclaration(value: JsonValue, declaration: Declaration | undefined): boolean {
    if (declaration === undefined) return false;
    return declaration.kind === "alias" ? fits(value, declaration.type) : fitsMembers(value, declaration);
  }

  function fitsList(value: JsonValue, least: number, typeAt: (index: number) => TypeNode | undefined): boolean {
    if (!Array.isArray(value) || value.length < least) return false;
    return value.every((item, index) => {
      const type = typeAt(index);
      return type !== undefined && fits(item, type);
    });
  }

  function fitsMembers(value: JsonValue, { members, index }: Keyed): boolean {
    const types = new Map(members.map(({ name, type }) => [name, type]));
    const present = new Set<string>();
    const isKnown = fitsEntries(value, (key, part) => {
      present.add(key);
      const type = types.get(key) ?? index;
      return type !== undefined && fits(part, type);
    });
    return isKnown && members.every(({ name, optional }) => optional || present.has(name));
  }

  function fitsEntries(value: JsonValue, fitsOne: (key: string, part: JsonValue) => boolean): boolean {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return Object.entries(value).every(([key, part]) => fitsOne(key, part));
  }

  return fits;
}
