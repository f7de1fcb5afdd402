import type { PythonType, UnionType } from "../types/python-type.js";

/** How the members of a union are told apart. */
type Discriminator = NonNullable<UnionType["discriminator"]>;

/** Says how the members of a union are told apart; a union with `None` is meant inside, and a class is a union of one. */
export function discriminate(type: PythonType, discriminator: Discriminator): PythonType {
  switch (type.kind) {
    case "union":
      return { ...type, members: type.members.flatMap((member) => choicesOf(member, discriminator)), discriminator };
    case "nullable":
    case "described":
      return { ...type, inner: discriminate(type.inner, discriminator) };
    case "reference":
      return { kind: "union", members: [type], discriminator };
    default:
      return type;
  }
}

/** A union inside the union that goes by the same field is one with it. */
function choicesOf(member: PythonType, discriminator: Discriminator): readonly PythonType[] {
  if (member.kind === "described") {
    const choices = choicesOf(member.inner, discriminator);
    return choices.length === 1 ? [member] : choices;
  }
  return member.kind === "union" && isSame(member.discriminator, discriminator) ? member.members : [member];
}

function isSame(inner: UnionType["discriminator"], outer: Discriminator): boolean {
  return typeof inner === "object" && typeof outer === "object" && inner.field === outer.field;
}
