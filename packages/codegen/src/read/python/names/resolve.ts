import type { Expression } from "../syntax/nodes.js";
import { builtinNames } from "./builtins.js";
import { canonicalName } from "./canonical-name.js";
import type {
  AliasBinding,
  AssignmentBinding,
  Binding,
  ClassBinding,
  ComputedBinding,
  FunctionBinding,
  ImportBinding,
  Scope,
} from "./scope.js";

/** What a name or a dotted name means. */
export type Meaning =
  | ClassBinding
  | FunctionBinding
  | AssignmentBinding
  | AliasBinding
  | ComputedBinding
  | ExternalName
  /** No such name in the file. */
  | { readonly kind: "missing"; readonly name: string };

/** A name of another module, a library's or Python's own. */
export interface ExternalName {
  readonly kind: "external";
  /** Qualified and canonical: `typing.Optional`, `builtins.int`. */
  readonly name: string;
  /** The import it came through; a built-in came through none. */
  readonly imported: ImportBinding | undefined;
}

/** How many assignments of one name to another are followed for one expression; a circle ends here. */
const mostAliases = 50;

/** Counted down over a whole expression, so that no tangle of aliases takes long. */
interface Budget {
  left: number;
}

/** What an expression that is a name, dotted or not, means in a scope; `undefined` for any other expression. */
export function resolve(expression: Expression, scope: Scope): Meaning | undefined {
  return resolveWithin(expression, scope, { left: mostAliases });
}

/** The qualified name of an expression that means something from another module. */
export function externalName(expression: Expression, scope: Scope): string | undefined {
  const meaning = resolve(expression, scope);
  return meaning?.kind === "external" ? meaning.name : undefined;
}

function resolveWithin(expression: Expression, scope: Scope, budget: Budget): Meaning | undefined {
  if (expression.kind === "Name") {
    return follow(lookUp(expression.id, scope), budget);
  }
  if (expression.kind === "Attribute") {
    const owner = resolveWithin(expression.value, scope, budget);
    return owner === undefined ? undefined : follow(member(owner, expression.attr), budget);
  }
  return undefined;
}

function lookUp(name: string, scope: Scope): Meaning {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    const binding = current.names.get(name);
    if (binding !== undefined) {
      return meaningOf(binding);
    }
  }
  return fromStarImport(name, scope) ?? builtin(name) ?? { kind: "missing", name };
}

function fromStarImport(name: string, scope: Scope): ExternalName | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    const candidates = current.starImports.map((module) => canonicalName(`${module}.${name}`));
    const known = candidates.findLast((candidate) => scope.module.isKnown(candidate));
    if (known !== undefined) {
      return { kind: "external", name: known, imported: undefined };
    }
  }
  return undefined;
}

function builtin(name: string): ExternalName | undefined {
  return builtinNames.has(name) ? { kind: "external", name: `builtins.${name}`, imported: undefined } : undefined;
}

function meaningOf(binding: Binding): Meaning {
  return binding.kind === "import"
    ? { kind: "external", name: canonicalName(binding.qualifiedName), imported: binding }
    : binding;
}

function member(owner: Meaning, name: string): Meaning {
  if (owner.kind === "external") {
    return { ...owner, name: canonicalName(`${owner.name}.${name}`) };
  }
  const binding = owner.kind === "class" ? owner.body().names.get(name) : undefined;
  return binding === undefined ? { kind: "missing", name } : meaningOf(binding);
}

/** `A = B` gives B another name: what is meant is B. */
function follow(meaning: Meaning, budget: Budget): Meaning {
  if (meaning.kind !== "assignment" || budget.left === 0) {
    return meaning;
  }
  const { value } = meaning;
  if (value.kind !== "Name" && value.kind !== "Attribute") {
    return meaning;
  }
  budget.left -= 1;
  const target = resolveWithin(value, meaning.enclosing, budget);
  return target === undefined || target.kind === "missing" ? meaning : target;
}
