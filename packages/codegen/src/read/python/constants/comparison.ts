import { isEqual, order } from "./compare.js";
import type { Constant } from "./constant.js";
import { itemsOf } from "./items.js";

/** Whether `left operator right` holds; `undefined` where that is not known. */
export function compare(operator: string, left: Constant, right: Constant): boolean | undefined {
  switch (operator) {
    case "==":
      return isEqual(left, right);
    case "!=":
      return negated(isEqual(left, right));
    case "in":
      return contains(right, left);
    case "not in":
      return negated(contains(right, left));
    case "is":
      return isIdentical(left, right);
    case "is not":
      return negated(isIdentical(left, right));
    default:
      return inOrder(operator, order(left, right));
  }
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function inOrder(operator: string, ordering: number | undefined): boolean | undefined {
  if (ordering === undefined) return undefined;
  switch (operator) {
    case "<":
      return ordering < 0;
    case "<=":
      return ordering <= 0;
    case ">":
      return ordering > 0;
    case ">=":
      return ordering >= 0;
    default:
      return undefined;
  }
}

/** Only of `None`, `True` and `False` is identity certain. */
function isIdentical(left: Constant, right: Constant): boolean | undefined {
  const isSingle = [left, right].some(({ kind }) => kind === "none" || kind === "bool");
  if (!isSingle) return undefined;
  return left.kind === right.kind && (left.kind !== "bool" || isEqual(left, right) === true);
}

function contains(container: Constant, item: Constant): boolean | undefined {
  if (container.kind === "string") return item.kind === "string" ? container.value.includes(item.value) : undefined;
  const found = itemsOf(container)?.map((candidate) => isEqual(candidate, item));
  if (found === undefined || found.includes(true)) return found && true;
  return found.includes(undefined) ? undefined : false;
}
