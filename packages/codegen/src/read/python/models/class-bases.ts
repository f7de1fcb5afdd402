import { subscriptArguments } from "../annotations/type-arguments.js";
import { resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";

/** A base of a class, with what is in its brackets. */
export type Base =
  | { readonly kind: "local"; readonly binding: ClassBinding; readonly arguments: readonly Expression[] }
  | { readonly kind: "external"; readonly name: string; readonly arguments: readonly Expression[] };

/** The bases of a class that can be resolved, in order. */
export function basesOf(binding: ClassBinding): readonly Base[] {
  return binding.definition.bases.flatMap((expression): Base[] => {
    const isGeneric = expression.kind === "Subscript";
    const meaning = resolve(isGeneric ? expression.value : expression, binding.enclosing);
    const given = isGeneric ? subscriptArguments(expression.slice) : [];
    if (meaning?.kind === "class") return [{ kind: "local", binding: meaning, arguments: given }];
    return meaning?.kind === "external" ? [{ kind: "external", name: meaning.name, arguments: given }] : [];
  });
}

/**
 * The classes of the file among a class and its bases, in Python's method resolution order; a circle is cut. It is worked out
 * once for each class, which is asked for it wherever it is named. The scope keeps it, and not a map of ours that outlives
 * the reading: what such a map holds, even weakly, is old before it is garbage.
 */
export function resolutionOrder(binding: ClassBinding): readonly ClassBinding[] {
  const orders = binding.enclosing.resolutionOrders;
  const known = orders.get(binding.definition);
  if (known !== undefined) return known;
  orders.set(binding.definition, [binding]);
  const bases = basesOf(binding).flatMap((base) => (base.kind === "local" ? [base.binding] : []));
  const order = [binding, ...merge([...bases.map(resolutionOrder), bases])];
  orders.set(binding.definition, order);
  return order;
}

/** The merge of C3; where no order fits, which Python refuses, the classes follow as they come. */
function merge(lists: readonly (readonly ClassBinding[])[]): readonly ClassBinding[] {
  const merged: ClassBinding[] = [];
  let rest = lists.filter((list) => list.length > 0);
  while (rest.length > 0) {
    const heads = rest.flatMap((list) => list.slice(0, 1));
    const next =
      heads.find((head) => rest.every((list) => !list.slice(1).some((other) => isSame(other, head)))) ?? heads[0];
    if (next === undefined) return merged;
    merged.push(next);
    rest = rest.map((list) => list.filter((other) => !isSame(other, next))).filter((list) => list.length > 0);
  }
  return merged;
}

function isSame(left: ClassBinding, right: ClassBinding): boolean {
  return left.definition === right.definition;
}

/** The canonical names of all bases from libraries, of the class itself and of its bases in the file. */
export function externalBases(order: readonly ClassBinding[]): ReadonlySet<string> {
  return new Set(
    order.flatMap((binding) => basesOf(binding).flatMap((base) => (base.kind === "external" ? [base.name] : []))),
  );
}
