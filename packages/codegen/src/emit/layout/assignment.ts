import { type Doc, group, indent, indentIfBreak, line } from "./doc.js";

/**
 * Where an assignment is broken that does not fit on a line: after its operator, never there, or after it only where
 * the right side cannot begin on the same line.
 */
export type AssignmentLayout = "after-operator" | "never-after-operator" | "fluid";

/** `left = right`, where `left` ends with the operator. */
export function assignment(layout: AssignmentLayout, left: Doc, right: Doc): Doc {
  switch (layout) {
    case "after-operator":
      return group([group(left), group(indent([line, right]))]);
    case "never-after-operator":
      return group([group(left), " ", right]);
    case "fluid": {
      const id = Symbol("assignment");
      return group([group(left), group(indent(line), { id }), indentIfBreak(right, { groupId: id })]);
    }
  }
}
