import type { Comparison, Expression } from "../syntax/nodes.js";

/** The version of Python that conditions on `sys.version_info` are decided for. */
const targetVersion = [3, 11];

/** Whether the condition of a module's `if` is known to hold, or not to; `undefined` where only running it can tell. */
export function staticTest(test: Expression): boolean | undefined {
  if (test.kind === "UnaryOperation" && test.operator === "not") {
    const operand = staticTest(test.operand);
    return operand === undefined ? undefined : !operand;
  }
  if (test.kind === "Comparison") return mainTest(test) ?? versionTest(test);
  if (test.kind === "Constant") return test.value === "True";
  return isForTypeCheckers(test) ? false : undefined;
}

/** Whether a condition is `TYPE_CHECKING`, which does not hold where Python runs. */
export function isForTypeCheckers(test: Expression): boolean {
  return endsIn(test, "TYPE_CHECKING");
}

function endsIn(expression: Expression, name: string): boolean {
  return (
    (expression.kind === "Name" && expression.id === name) ||
    (expression.kind === "Attribute" && expression.attr === name)
  );
}

/** `__name__ == "__main__"` does not hold: truss imports the file. */
function mainTest({ left, operators, comparators }: Comparison): boolean | undefined {
  const [operator] = operators;
  const [name] = comparators;
  const isOfName =
    left.kind === "Name" && left.id === "__name__" && name?.kind === "String" && comparators.length === 1;
  if (!isOfName || name.value !== "__main__") return undefined;
  return operator === "==" ? false : operator === "!=" ? true : undefined;
}

function versionTest(test: Comparison): boolean | undefined {
  const [operator, ...more] = test.operators;
  const [wanted] = test.comparators;
  if (!endsIn(test.left, "version_info") || more.length > 0 || wanted?.kind !== "Collection") return undefined;
  const version = wanted.elements.map((element) => (element.kind === "Number" ? Number(element.raw) : Number.NaN));
  const order = compareVersions(version);
  return Number.isNaN(order) ? undefined : holds(operator, order);
}

function compareVersions(wanted: readonly number[]): number {
  for (const [index, part] of targetVersion.entries()) {
    const difference = part - (wanted[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function holds(operator: string | undefined, order: number): boolean | undefined {
  switch (operator) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    default:
      return undefined;
  }
}
