import { type Context, locate } from "../context.js";
import type { ExternalName } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { printName } from "./type-expression.js";

/** What was meant by a built-in that is no type. */
const meant: ReadonlyMap<string, string> = new Map([
  ["any", "import `Any` from `typing` and write it with a capital letter"],
  ["callable", "a function cannot be sent: pass what it works on"],
  ["range", "write `list[int]`"],
  ["iter", "write `list[…]`"],
  ["Ellipsis", "write the type that you mean"],
]);

/** How a display is written as a type. */
const displays = { list: "`list[…]`", set: "`set[…]`", tuple: "`tuple[…]`, or `… | …` if it is one of several" };

/** Whether an expression is a value for certain, and no type. `None` is both. */
export function isPlainValue(expression: Expression): boolean {
  const isConstant = expression.kind === "Constant" && expression.value !== "None";
  return isConstant || ["Number", "Bytes", "Collection", "Dict"].includes(expression.kind);
}

/** Refuses a value that stands where a type belongs, as pydantic does. */
export function refuseValue(expression: Expression, context: Context): PythonType {
  const help =
    expression.kind === "Collection"
      ? `write ${displays[expression.type]}`
      : expression.kind === "Dict"
        ? "write `dict[str, …]`, or a pydantic model"
        : "write the type of the value, or `Literal[…]` for the value itself";
  return refuse("pydantic refuses a value in place of a type", help, expression, context);
}

/** Refuses a module, or a built-in that pydantic has no schema for; `undefined` where a name may be a type. */
export function refuseName(expression: Expression, meaning: ExternalName, context: Context): PythonType | undefined {
  const name = printName(expression);
  if (meaning.name.startsWith("builtins.")) {
    const help =
      meant.get(meaning.name.slice("builtins.".length)) ?? "use a type that pydantic knows, such as `str` or `int`";
    return refuse(
      `pydantic refuses the built-in \`${name}\`, which is not a type that it knows`,
      help,
      expression,
      context,
    );
  }
  const { imported } = meaning;
  const isModule = imported !== undefined && imported.name === undefined && imported.module === meaning.name;
  return isModule ? refuseModule(expression, context) : undefined;
}

/** Refuses a module in place of a type. */
export function refuseModule(expression: Expression, context: Context): PythonType {
  const name = printName(expression);
  const help = `name a class of it: \`${name}.…\``;
  return refuse(`\`${name}\` is a module, and pydantic refuses it in place of a type`, help, expression, context);
}

function refuse(message: string, help: string, expression: Expression, context: Context): PythonType {
  context.reader.reporter.error("TC212", message, locate(expression, context), help);
  return anything;
}
