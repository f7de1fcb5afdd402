import { staticTest } from "../names/static-test.js";
import type { Expression, FunctionDef, If, Span, Statement } from "../syntax/nodes.js";

/** A declaration in the body of a class: an annotated name, or a name that is only assigned. */
export interface Attribute {
  readonly name: string;
  readonly annotation: Expression | undefined;
  readonly value: Expression | undefined;
  /** The string that follows it, which some models take as its description. */
  readonly docstring: string | undefined;
  /** Where it is declared. */
  readonly place: Span;
  /** Whether it is there under a condition that only running Python can tell. @defaultValue false */
  readonly isConditional?: boolean;
}

/** A statement of a class body, and whether it runs only under a condition that only running Python can tell. */
interface ClassStatement {
  readonly statement: Statement;
  readonly isConditional: boolean;
}

/** The statements of a class body, with those inside others; of an `if` those that are meant. */
function classStatements(body: readonly Statement[], isConditional = false): readonly ClassStatement[] {
  return body.flatMap((statement): readonly ClassStatement[] => {
    switch (statement.kind) {
      case "If":
        return ofBranch(statement, isConditional);
      case "Try":
        return classStatements([...statement.body, ...statement.orelse, ...statement.finalbody], isConditional);
      case "Block":
        return classStatements(statement.bodies[0] ?? [], isConditional || statement.keyword !== "with");
      default:
        return [{ statement, isConditional }];
    }
  });
}

/** Of a condition that only running Python can tell the first branch is meant that is not empty. */
function ofBranch({ test, body, orelse }: If, isConditional: boolean): readonly ClassStatement[] {
  const holds = staticTest(test);
  const isOther = holds === false || (holds === undefined && attributesOf(body).length === 0);
  return classStatements(isOther ? orelse : body, isConditional || holds === undefined);
}

/** The attributes that the body of a class declares, in order. */
export function attributesOf(body: readonly Statement[]): readonly Attribute[] {
  const statements = classStatements(body);
  return statements.flatMap(({ statement, isConditional }, index): Attribute[] => {
    const docstring = stringOf(statements[index + 1]?.statement);
    const declared = { docstring, place: statement, isConditional };
    if (statement.kind === "AnnAssign" && statement.target.kind === "Name") {
      const { annotation, value } = statement;
      return [{ name: statement.target.id, annotation, value, ...declared }];
    }
    if (statement.kind !== "Assign") return [];
    const assigned = statement.targets.flatMap((target) => assignedNames(target, statement.value));
    return assigned.map(({ name, value }) => ({ name, annotation: undefined, value, ...declared }));
  });
}

/** The names that an assignment gives values to: `a`, or `a` and `b` of `a, b = 1, 2`. */
function assignedNames(
  target: Expression,
  value: Expression,
): readonly { readonly name: string; readonly value: Expression }[] {
  if (target.kind === "Name") return [{ name: target.id, value }];
  if (target.kind !== "Collection") return [];
  const values = value.kind === "Collection" && value.elements.length === target.elements.length ? value.elements : [];
  // Where the parts are not known, each name stands for itself, and its value for what only running Python can tell.
  return target.elements.flatMap((element, index) => assignedNames(element, values[index] ?? element));
}

/** The methods that the body of a class defines, in order. */
export function methodsOf(body: readonly Statement[]): readonly FunctionDef[] {
  return classStatements(body).flatMap(({ statement }) => (statement.kind === "FunctionDef" ? [statement] : []));
}

function stringOf(statement: Statement | undefined): string | undefined {
  const isString = statement?.kind === "ExpressionStatement" && statement.value.kind === "String";
  return isString && statement.value.kind === "String" ? statement.value.value : undefined;
}
