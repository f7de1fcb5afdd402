import type { TypeNode, UnionNode } from "../../plan/type-node.js";
import { align, type Doc, group, ifBreak, indent, join, line, softline } from "./doc.js";
import { isHugging } from "./type-traits.js";

/** The members of a union: on one line, or each on its own behind a bar. */
export function unionDoc(union: UnionNode, inner: (type: TypeNode) => Doc): Doc {
  if (isHugging(union)) return join(" | ", union.members.map(inner));
  const bars = union.members.map((member, index) => [
    index === 0 ? ifBreak("| ") : [line, "| "],
    align(2, inner(member)),
  ]);
  return group(bars);
}

/** A union where something follows that binds closer, such as `[]`. */
export function unionInParentheses(union: UnionNode, doc: Doc): Doc {
  return ["(", isHugging(union) ? doc : group([indent([softline, doc]), softline]), ")"];
}

/** A union as one of several elements of a tuple. */
export function unionInTuple(union: UnionNode, doc: Doc): Doc {
  if (isHugging(union)) return doc;
  return group([indent([ifBreak(["(", softline]), doc]), softline, ifBreak(")")]);
}
