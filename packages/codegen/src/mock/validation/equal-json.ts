import type { JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";

/** Whether two values of JSON are the same, whatever the order of their keys. */
export function equalJson(left: JsonValue, right: JsonValue): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return left === right;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && equalItems(left, right);
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => {
    const leftMember = getOwn(left, key);
    const rightMember = getOwn(right, key);
    return leftMember !== undefined && rightMember !== undefined && equalJson(leftMember, rightMember);
  });
}

function equalItems(left: readonly JsonValue[], right: readonly JsonValue[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((item, index) => {
    const other = right[index];
    return other !== undefined && equalJson(item, other);
  });
}
