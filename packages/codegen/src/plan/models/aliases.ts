import { mapParts, referencesOf } from "../transform.js";
import { keyword, type TypeNode } from "../type-node.js";

/** Something of a module that has a name and a type. */
interface Named {
  readonly type: TypeNode;
}

/**
 * The definitions without references that say nothing: `A`, where `A` is defined as "`A` or `null`". TypeScript refuses
 * such an alias, and a schema that says so allows anything.
 */
export function withoutEndlessAliases<Definition extends Named>(
  definitions: ReadonlyMap<string, Definition>,
): ReadonlyMap<string, Definition> {
  const next = (id: string): readonly string[] => bareReferencesOf(definitions.get(id)?.type);
  const entries = [...definitions].map(([id, definition]): [string, Definition] => {
    const endless = next(id).filter((target) => reaches(target, id, next));
    return [id, endless.length === 0 ? definition : { ...definition, type: withoutBare(definition.type, endless) }];
  });
  return new Map(entries);
}

/** The ids of the aliases that contain themselves. An interface in between makes a recursion harmless. */
export function recursiveAliases(definitions: ReadonlyMap<string, Named>): ReadonlySet<string> {
  const next = (id: string): readonly string[] => {
    const type = definitions.get(id)?.type;
    return type === undefined || type.kind === "object" ? [] : referencesOf(type);
  };
  return new Set([...definitions.keys()].filter((id) => next(id).some((target) => reaches(target, id, next))));
}

/** The references that stand in no list and no object. */
function bareReferencesOf(type: TypeNode | undefined): readonly string[] {
  if (type?.kind === "reference") return [type.name];
  return type?.kind === "union" || type?.kind === "combined" ? type.members.flatMap(bareReferencesOf) : [];
}

function withoutBare(type: TypeNode, ids: readonly string[]): TypeNode {
  if (type.kind === "reference") return ids.includes(type.name) ? keyword("unknown") : type;
  return type.kind === "union" || type.kind === "combined" ? mapParts(type, (part) => withoutBare(part, ids)) : type;
}

function reaches(from: string, target: string, next: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...next(id));
  }
  return false;
}
