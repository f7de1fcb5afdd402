import type {
  Expression,
  FormattedPart,
  FunctionDef,
  Module,
  Statement,
} from "../../../../src/read/python/syntax/nodes.js";
import { parseModule } from "../../../../src/read/python/syntax/parse.js";
import { PythonSyntaxError } from "../../../../src/read/python/syntax/syntax-error.js";

/** Parses a text as a UTF-8 file. */
export function parseText(text: string): Module {
  return parseModule(new TextEncoder().encode(text));
}

/** Where and why a file is refused: `line:column message`; nothing where it is not. */
export function refusalOf(source: string | Uint8Array): string | undefined {
  try {
    parseModule(typeof source === "string" ? new TextEncoder().encode(source) : source);
    return undefined;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return `${String(error.line)}:${String(error.column)} ${error.message}`;
  }
}

/** Parses a text that is one expression. */
export function parseValue(text: string): Expression {
  const statement = parseText(text).body[0];
  if (statement?.kind !== "ExpressionStatement") throw new Error(`not an expression: ${text}`);
  return statement.value;
}

/** Parses a text whose first statement is a function. */
export function parseFunction(text: string): FunctionDef {
  const statement = parseText(text).body[0];
  if (statement?.kind !== "FunctionDef") throw new Error(`not a function: ${text}`);
  return statement;
}

/** Every statement with those in its blocks, in order. */
export function flatten(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => [statement, ...flatten(inner(statement))]);
}

function inner(statement: Statement): readonly Statement[] {
  if (statement.kind === "ClassDef") return statement.body;
  if (statement.kind === "If") return [...statement.body, ...statement.orelse];
  if (statement.kind === "Block") return statement.bodies.flat();
  if (statement.kind !== "Try") return [];
  return [...statement.body, ...statement.handlers.flat(), ...statement.orelse, ...statement.finalbody];
}

/**
 * An expression in short: brackets show what binds, so that a table can pin a tree in a line. Literals are JSON, with
 * `b` before bytes.
 */
export function show(node: Expression | undefined): string {
  if (node === undefined) return "";
  const list = (nodes: readonly Expression[]): string => nodes.map(show).join(" ");
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Number":
      return `${node.type}:${node.raw}`;
    case "String":
      return JSON.stringify(node.value);
    case "Bytes":
      return `b${JSON.stringify([...node.value])}`;
    case "Constant":
      return node.value;
    case "Attribute":
      return `${show(node.value)}.${node.attr}`;
    case "Subscript":
      return `${show(node.value)}[${show(node.slice)}]`;
    case "Slice":
      return `slice(${show(node.lower)}:${show(node.upper)}:${show(node.step)})`;
    case "Call": {
      const keywords = node.keywords.map(({ name, value }) => `${name ?? "**"}=${show(value)}`);
      return `${show(node.func)}(${[...node.args.map(show), ...keywords].join(" ")})`;
    }
    case "UnaryOperation":
      return `(${node.operator} ${show(node.operand)})`;
    case "BinaryOperation":
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case "BooleanOperation":
      return `(${node.values.map(show).join(` ${node.operator} `)})`;
    case "Comparison":
      return `(${show(node.left)} ${node.operators.map((operator, index) => `${operator} ${show(node.comparators[index])}`).join(" ")})`;
    case "Conditional":
      return `(${show(node.body)} if ${show(node.test)} else ${show(node.orelse)})`;
    case "Collection":
      return `${node.type}(${list(node.elements)})`;
    case "Dict":
      return `dict(${node.keys.map((key, index) => `${key === undefined ? "**" : show(key)}:${show(node.values[index])}`).join(" ")})`;
    case "Starred":
      return `*${show(node.value)}`;
    case "NamedExpression":
      return `(${node.target} := ${show(node.value)})`;
    case "Lambda":
      return `(lambda ${node.params.map(({ name }) => name).join(" ")}: ${show(node.body)})`;
    case "Comprehension":
      return `${node.type}-comprehension`;
    case "FormattedString":
      return `f(${node.parts?.map(showPart).join(" ") ?? "?"})`;
    case "Await":
      return `(await ${show(node.value)})`;
    default:
      return node.kind;
  }
}

function showPart(part: FormattedPart): string {
  if (part.kind === "FormattedText") return JSON.stringify(part.text);
  const conversion = part.conversion === undefined ? "" : `!${part.conversion}`;
  const format = part.format.length === 0 ? "" : `:${part.format.map(showPart).join("+")}`;
  return `{${show(part.value)}${conversion}${format}}`;
}
