import { parseStringAnnotation } from "../annotations/string-annotation.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import { type Context, locate } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { Expression, Name, Subscript } from "../syntax/nodes.js";
import { resolutionOrder } from "./class-bases.js";

/**
 * Reports names in an annotation that pydantic does not find: those that the module of a base binds after it. The fields
 * of such a base are not finished when a class of another module derives from it, and are then looked at with the names
 * of that module.
 */
export function reportUnfinished(
  annotation: Expression,
  owner: ClassBinding,
  derived: ClassBinding,
  context: Context,
): void {
  if (owner.enclosing.module === derived.enclosing.module || isRebuilt(owner, derived)) return;
  for (const name of namesIn(annotation, context)) {
    if (!isBoundAfter(name.id, owner) || isFound(name.id, owner, derived)) continue;
    const { name: base } = owner.definition;
    const message = `pydantic does not find \`${name.id}\` for \`${derived.definition.name}\`, which another module derives from \`${base}\`: \`${base}\` stands before it`;
    const help = `define \`${name.id}\` before \`${base}\`, or call \`${base}.model_rebuild()\` after both`;
    context.reader.reporter.warning("TC210", message, locate(annotation, context), help);
  }
}

function isRebuilt({ definition, enclosing }: ClassBinding, derived: ClassBinding): boolean {
  const { rebuilt } = derived.enclosing;
  return enclosing.rebuilt.has(definition.name) || rebuilt.has(definition.name) || rebuilt.has(derived.definition.name);
}

/** Whether its module binds a name only after a class: the class itself it knows by its name. */
function isBoundAfter(name: string, { definition, enclosing }: ClassBinding): boolean {
  const binding = enclosing.names.get(name);
  const isOther = binding !== undefined && !(binding.kind === "class" && binding.definition === definition);
  return isOther && enclosing.namesBefore(name, definition.start) === undefined;
}

/** Whether a class on the way from a base to what derives from it is made where the name is known, or the last one ends there. */
function isFound(name: string, owner: ClassBinding, derived: ClassBinding): boolean {
  const heirs = resolutionOrder(derived).filter((heir) => heir !== derived && resolutionOrder(heir).includes(owner));
  const isSeenBy = ({ definition, enclosing }: ClassBinding): boolean =>
    enclosing.namesBefore(name, definition.start) !== undefined;
  return heirs.some(isSeenBy) || hasName(name, derived.enclosing);
}

function hasName(name: string, scope: Scope): boolean {
  if (scope.names.has(name) || scope.starImports.length > 0) return true;
  return scope.parent !== undefined && hasName(name, scope.parent);
}

/** What stands in brackets as a type: texts of `Literal` and metadata of `Annotated` are none. */
function typesInBrackets({ value, slice }: Subscript, { scope }: Context): readonly Expression[] {
  const parts = subscriptArguments(slice);
  switch (externalName(value, scope)) {
    case "typing.Literal":
      return [];
    case "typing.Annotated":
      return parts.slice(0, 1);
    default:
      return parts;
  }
}

/** The names at the roots of an annotation, also in its strings. */
function namesIn(expression: Expression, context: Context): readonly Name[] {
  const inside = (parts: readonly Expression[]): readonly Name[] => parts.flatMap((part) => namesIn(part, context));
  switch (expression.kind) {
    case "Name":
      return [expression];
    case "Attribute":
      return inside([expression.value]);
    case "Subscript":
      return inside([expression.value, ...typesInBrackets(expression, context)]);
    case "Collection":
      return inside(expression.elements);
    case "BinaryOperation":
      return inside([expression.left, expression.right]);
    case "String": {
      const parsed = parseStringAnnotation(expression, context);
      return parsed === undefined ? [] : inside([parsed]);
    }
    default:
      return [];
  }
}
