import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { JsonPath } from "./json-file.js";

/** The value at a path. Of several keys of one name, the last counts, as for `JSON.parse`; jsonc-parser takes the first. */
export function countingNode(root: Node, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, step) =>
      typeof step === "number"
        ? node && findNodeAtLocation(node, [step])
        : propertiesOf(node, step).at(-1)?.children?.[1],
    root,
  );
}

/** The properties of an object that have one name. */
export function propertiesOf(node: Node | undefined, name: string): readonly Node[] {
  if (node?.type !== "object") return [];
  return (node.children ?? []).filter(({ children }) => children?.[0]?.value === name && children.length === 2);
}
