import type { PythonType, UnionType } from "../types/python-type.js";

/** Says how the members of a union are told apart; a union with `None` is meant inside. */
export function discriminate(type: PythonType, discriminator: NonNullable<UnionType["discriminator"]>): PythonType {
  switch (type.kind) {
    case "union":
      return { ...type, discriminator };
    case "nullable":
    case "described":
      return { ...type, inner: discriminate(type.inner, discriminator) };
    default:
      return type;
  }
}
