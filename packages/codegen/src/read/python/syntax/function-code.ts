import { bodyText } from "./body-text.js";
import { type ArgumentList, parseArguments } from "./calls.js";
import { Cursor } from "./cursor.js";
import type { Attribute, FunctionDef, Name, Statement } from "./nodes.js";
import { grammar } from "./parse.js";
import { SourceText } from "./source-text.js";
import { parseStatement } from "./statements.js";
import type { Token } from "./token.js";
import { tokenize } from "./tokens.js";

/** The code of a function. The functions in it count as a part of it. */
export interface FunctionCode {
  readonly statements: readonly Statement[];
  /** The names of its parameters. */
  readonly parameters: ReadonlySet<string>;
  /** The names that it mentions, in order. */
  readonly references: readonly NameReference[];
}

/** A name, dotted or not, that code mentions: of `a.b(c).d` these are `a.b` and `c`. */
export interface NameReference {
  readonly expression: Name | Attribute;
  /** The arguments that follow it; `undefined` where it is not called. */
  readonly readArguments: (() => ArgumentList) | undefined;
}

/**
 * Parses the body of a function, which a module's parser steps over.
 *
 * @throws PythonSyntaxError when the body is not Python.
 */
export function parseFunctionCode(definition: FunctionDef): FunctionCode {
  const source = new SourceText(textUpTo(definition));
  const { tokens } = tokenize(source);
  const statements = parseIndented(new Cursor(source, tokens, grammar));
  const nested = statements.flatMap(functionsIn).map(parseFunctionCode);
  const parameters = [...definition.params.map(({ name }) => name), ...nested.flatMap((code) => [...code.parameters])];
  return {
    statements: [...statements, ...nested.flatMap((code) => code.statements)],
    parameters: new Set(parameters),
    references: referencesIn(source, tokens),
  };
}

/** The text of a module up to the end of a body, with blanks for all that comes before it: places stay what they are. */
function textUpTo(definition: FunctionDef): string {
  const { moduleText, bodySpan } = definition;
  const before = moduleText.slice(0, bodySpan.start).replace(/[^ \t\f\n]/g, " ");
  return `${before}${bodyText(definition)}\n`;
}

function parseIndented(cursor: Cursor): readonly Statement[] {
  const statements: Statement[] = [];
  if (cursor.atKind("indent")) cursor.take();
  while (!cursor.atKind("dedent") && !cursor.atKind("end")) {
    for (const statement of parseStatement(cursor)) statements.push(statement);
  }
  return statements;
}

/** The functions that a statement defines, or statements inside it. */
function functionsIn(statement: Statement): readonly FunctionDef[] {
  switch (statement.kind) {
    case "FunctionDef":
      return [statement];
    case "ClassDef":
      return statement.body.flatMap(functionsIn);
    case "If":
      return [...statement.body, ...statement.orelse].flatMap(functionsIn);
    case "Try":
      return [...statement.body, ...statement.handlers.flat(), ...statement.orelse, ...statement.finalbody].flatMap(
        functionsIn,
      );
    case "Block":
      return statement.bodies.flat().flatMap(functionsIn);
    default:
      return [];
  }
}

/** What is before a name that is an attribute of something else, or is being defined. */
const noReferenceAfter: ReadonlySet<string> = new Set([".", "def", "class"]);

function referencesIn(source: SourceText, tokens: readonly Token[]): readonly NameReference[] {
  const references: NameReference[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const start = tokens[index];
    if (start?.kind !== "name" || noReferenceAfter.has(tokens[index - 1]?.text ?? "")) continue;
    const { expression, length } = readDotted(start, tokens, index);
    index += length - 1;
    const next = index + 1;
    const isCalled = tokens[next]?.text === "(";
    const readArguments = (): ArgumentList => parseArguments(new Cursor(source, tokens.slice(next), grammar));
    references.push({ expression, readArguments: isCalled ? readArguments : undefined });
  }
  return references;
}

function readDotted(
  first: Token,
  tokens: readonly Token[],
  index: number,
): { expression: Name | Attribute; length: number } {
  const { start, line, column } = first;
  let expression: Name | Attribute = { kind: "Name", id: first.text, start, end: first.end, line, column };
  let length = 1;
  for (; tokens[index + length]?.text === "."; length += 2) {
    const attribute = tokens[index + length + 1];
    if (attribute?.kind !== "name") break;
    expression = {
      kind: "Attribute",
      value: expression,
      attr: attribute.text,
      start,
      end: attribute.end,
      line,
      column,
    };
  }
  return { expression, length };
}
