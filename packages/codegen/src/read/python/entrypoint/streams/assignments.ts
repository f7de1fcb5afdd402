import type { Expression, Statement } from "../../syntax/nodes.js";

/** All that is assigned to each name, and to each attribute of a name as `self.types`. */
export type Assignments = ReadonlyMap<string, readonly Expression[]>;

/** What statements assign, those inside other statements among them. */
export function assignmentsIn(statements: readonly Statement[]): Assignments {
  const assigned = new Map<string, Expression[]>();
  const add = (target: Expression, value: Expression): void => {
    const key = keyOf(target);
    if (key !== undefined) {
      assigned.set(key, [...(assigned.get(key) ?? []), value]);
    } else if (target.kind === "Collection" && value.kind === "Collection") {
      target.elements.forEach((element, index) => {
        add(element, value.elements[index] ?? value);
      });
    }
  };
  for (const statement of statements.flatMap(withInner)) {
    if (statement.kind === "Assign") for (const target of statement.targets) add(target, statement.value);
    if (statement.kind === "AnnAssign" && statement.value !== undefined) add(statement.target, statement.value);
  }
  return assigned;
}

function keyOf(target: Expression): string | undefined {
  if (target.kind === "Name") return target.id;
  const isOfName = target.kind === "Attribute" && target.value.kind === "Name";
  return isOfName && target.value.kind === "Name" ? `${target.value.id}.${target.attr}` : undefined;
}

/** A statement and those inside it. What a class inside a function assigns is its own. */
function withInner(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case "If":
      return [...statement.body, ...statement.orelse].flatMap(withInner);
    case "Try":
      return [...statement.body, ...statement.handlers.flat(), ...statement.orelse, ...statement.finalbody].flatMap(
        withInner,
      );
    case "Block":
      return statement.bodies.flat().flatMap(withInner);
    default:
      return [statement];
  }
}
