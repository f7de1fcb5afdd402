import type { Expression } from "../syntax/nodes.js";
import { builtinNames } from "./builtins.js";
import { canonicalName } from "./canonical-name.js";
import { isExported } from "./exports.js";
import { type MissingName, missingIn } from "./missing-name.js";
import type {
  AliasBinding,
  AssignmentBinding,
  Binding,
  ClassBinding,
  ComputedBinding,
  FunctionBinding,
  ImportBinding,
  ModuleMeaning,
  Scope,
  StarImport,
} from "./scope.js";

/** What a name or a dotted name means. */
export type Meaning =
  | ClassBinding
  | FunctionBinding
  | AssignmentBinding
  | AliasBinding
  | ComputedBinding
  | ModuleMeaning
  | ExternalName
  | MissingName
  /** Something of a module whose file cannot be read; that has been reported. */
  | { readonly kind: "unreadable" };

/** A name of a library, or Python's own. */
export interface ExternalName {
  readonly kind: "external";
  /** Qualified and canonical: `typing.Optional`, `builtins.int`. */
  readonly name: string;
  /** The import it came through; a built-in came through none. */
  readonly imported: ImportBinding | undefined;
  /** A name of the program that stands for it, or under some condition for something else. */
  readonly mayBeReplaced?: AssignmentBinding;
}

/** How many assignments of one name to another, and imports of imports, are followed for one expression. */
const mostSteps = 100;

/** One search: counted down over a whole expression, so that no tangle of aliases takes long. */
interface Search {
  left: number;
  /** The star imports that it is inside of: modules may import all of each other. */
  readonly inside: Set<string>;
}

/** What an expression that is a name, dotted or not, means in a scope; `undefined` for any other expression. */
export function resolve(expression: Expression, scope: Scope): Meaning | undefined {
  return resolveWithin(expression, scope, { left: mostSteps, inside: new Set() });
}

/** The qualified name of an expression that means something from a library. */
export function externalName(expression: Expression, scope: Scope): string | undefined {
  const meaning = resolve(expression, scope);
  return meaning?.kind === "external" ? meaning.name : undefined;
}

function resolveWithin(expression: Expression, scope: Scope, search: Search): Meaning | undefined {
  if (expression.kind === "Name") return follow(lookUp(expression.id, expression.start, scope, search), search);
  if (expression.kind === "Attribute") {
    const owner = resolveWithin(expression.value, scope, search);
    return owner === undefined ? undefined : follow(member(owner, expression.attr, search), search);
  }
  return undefined;
}

/** A name stands for what was bound to it last where it is used; else it is used later, when all is bound. */
function lookUp(name: string, place: number, scope: Scope, search: Search): Meaning {
  const bound = scope.runsInOrder ? lookOutwards(name, place, scope, search) : undefined;
  return bound ?? lookOutwards(name, undefined, scope, search) ?? builtin(name) ?? missingIn(scope, name);
}

function lookOutwards(name: string, place: number | undefined, scope: Scope, search: Search): Meaning | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    const found = nameIn(current, name, search, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What a name is bound to in one namespace: by a statement, or by a star import after it.
 *
 * @param place - where in its text; left out, in the end.
 */
function nameIn(scope: Scope, name: string, search: Search, place?: number): Meaning | undefined {
  const binding = place === undefined ? scope.names.get(name) : scope.namesBefore(name, place);
  const stars = scope.starImports.filter((star) => {
    return (binding === undefined || star.hides.has(name)) && (place === undefined || star.place <= place);
  });
  return fromStarImports(stars, name, scope, search) ?? (binding && meaningOf(binding, search));
}

/** The last star import that brings a name is the one that counts. */
function fromStarImports(
  stars: readonly StarImport[],
  name: string,
  scope: Scope,
  search: Search,
): Meaning | undefined {
  for (const { module } of stars.toReversed()) {
    const found = fromStarImport(module, name, scope, search);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromStarImport(module: string, name: string, scope: Scope, search: Search): Meaning | undefined {
  const target = scope.module.program.find(module, scope.module);
  if (target === undefined) {
    const known = canonicalName(`${module}.${name}`);
    return scope.module.program.isKnown(known) ? { kind: "external", name: known, imported: undefined } : undefined;
  }
  const names = target.names();
  if (names === "unreadable") return { kind: "unreadable" };
  if (names === undefined || !isExported(name, names) || search.inside.has(target.name)) return undefined;
  search.inside.add(target.name);
  const found = nameIn(names, name, search);
  search.inside.delete(target.name);
  return found;
}

function builtin(name: string): ExternalName | undefined {
  return builtinNames.has(name) ? { kind: "external", name: `builtins.${name}`, imported: undefined } : undefined;
}

function meaningOf(binding: Binding, search: Search): Meaning {
  return binding.kind === "import" ? imported(binding, search) : binding;
}

function imported(binding: ImportBinding, search: Search): Meaning {
  const { module, name, enclosing } = binding;
  const target = enclosing.module.program.find(module, enclosing.module);
  if (target !== undefined) {
    return name === undefined ? target : follow(importedName(binding, target, name, search), search);
  }
  const separator = module.endsWith(".") ? "" : ".";
  const qualifiedName = name === undefined ? module : `${module}${separator}${name}`;
  return { kind: "external", name: canonicalName(qualifiedName), imported: binding };
}

/** In a package, `from . import models` binds `models` to the submodule of that name: the package has no other. */
function importedName(binding: ImportBinding, target: ModuleMeaning, name: string, search: Search): Meaning {
  const isOfItself = binding.enclosing.names.get(name) === binding && target.names() === binding.enclosing;
  return (isOfItself ? target.submodule(name) : undefined) ?? member(target, name, search);
}

function member(owner: Meaning, name: string, search: Search): Meaning {
  switch (owner.kind) {
    case "external":
      return { ...owner, name: canonicalName(`${owner.name}.${name}`) };
    case "module":
      return memberOfModule(owner, name, search);
    case "class":
      return memberOfClass(owner, name, search) ?? { kind: "missing", name, isCertain: false };
    case "unreadable":
      return owner;
    default:
      return { kind: "missing", name, isCertain: false };
  }
}

/** What a module binds goes before its submodules, as in Python. */
function memberOfModule(module: ModuleMeaning, name: string, search: Search): Meaning {
  const names = module.names();
  if (names === "unreadable") return { kind: "unreadable" };
  if (search.left === 0) return { kind: "missing", name, module: module.name, isCertain: false };
  search.left -= 1;
  const bound = names === undefined ? undefined : nameIn(names, name, search);
  const found = bound ?? module.submodule(name);
  if (found !== undefined) return found;
  const lacking = names === undefined ? { kind: "missing" as const, name, isCertain: false } : missingIn(names, name);
  return { ...lacking, module: module.name };
}

/** A class has what its body binds, and what its bases have. */
function memberOfClass(owner: ClassBinding, name: string, search: Search): Meaning | undefined {
  const own = nameIn(owner.body(), name, search);
  if (own !== undefined || search.left === 0) return own;
  search.left -= 1;
  for (const base of owner.definition.bases) {
    const meaning = resolveWithin(base, owner.enclosing, search);
    const inherited = meaning?.kind === "class" ? memberOfClass(meaning, name, search) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** `A = B` gives B another name: what is meant is B. */
function follow(meaning: Meaning, search: Search): Meaning {
  if (meaning.kind !== "assignment" || search.left === 0) return meaning;
  const { value } = meaning;
  if (value.kind !== "Name" && value.kind !== "Attribute") return meaning;
  search.left -= 1;
  const target = resolveWithin(value, meaning.enclosing, search);
  if (target === undefined || target.kind === "missing") return meaning;
  return meaning.mayBeReplaced ? replaceable(target, meaning) : target;
}

/** What is reached through a name that may stand for something else. */
function replaceable(target: Meaning, through: AssignmentBinding): Meaning {
  switch (target.kind) {
    case "external":
    case "class":
      return { ...target, mayBeReplaced: through };
    case "assignment":
      return { ...target, mayBeReplaced: true };
    default:
      return target;
  }
}
