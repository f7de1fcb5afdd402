import type { TupleNode } from "../../plan/type-node.js";
import type { IsAssignable } from "./assignable.js";
import type { PlainType } from "./type-scope.js";

type ListNode = Extract<PlainType, { readonly kind: "array" | "tuple" }>;

/** Whether a list is a value of the type. One that cannot be changed is none of a type that can. */
export function isListAssignable(from: ListNode, to: PlainType, inner: IsAssignable): boolean {
  if (to.kind !== "array" && to.kind !== "tuple") return false;
  if (from.readonly && !to.readonly) return false;
  if (to.kind === "array") return partsOfList(from).every((part) => inner(part, to.element));
  if (from.kind === "array") return to.elements.length === 0 && to.rest !== undefined && inner(from.element, to.rest);
  return isTupleAssignable(from, to, inner);
}

function partsOfList(list: ListNode): readonly Parameters<IsAssignable>[0][] {
  if (list.kind === "array") return [list.element];
  return [...list.elements.map(({ type }) => type), ...(list.rest === undefined ? [] : [list.rest])];
}

function isTupleAssignable(from: TupleNode, to: TupleNode, inner: IsAssignable): boolean {
  const mayBeLonger = from.rest !== undefined || from.elements.length > to.elements.length;
  if (mayBeLonger && to.rest === undefined) return false;
  const requiredFit = to.elements.every((element, index) => {
    const own = from.elements[index];
    if (own === undefined) return element.optional && (from.rest === undefined || inner(from.rest, element.type));
    return (element.optional || !own.optional) && inner(own.type, element.type);
  });
  const { rest } = to;
  if (!requiredFit || rest === undefined) return requiredFit;
  const more = from.elements.slice(to.elements.length).map(({ type }) => type);
  return [...more, ...(from.rest === undefined ? [] : [from.rest])].every((type) => inner(type, rest));
}
