import type {
  ClassDef,
  Expression,
  FormattedPart,
  FunctionDef,
  ImportedName,
  Module,
  Span,
  Statement,
} from "../../../packages/codegen/src/read/python/syntax/nodes.js";

type Row = readonly unknown[];

/** What our parser sees in a module, in the rows that `structure.py` prints for CPython's. */
export function describeStructure(module: Module): Row[] {
  return [[0, "module", module.docstring ?? null], ...describeBody(module.text, module.body)];
}

function describeBody(text: string, body: readonly Statement[]): Row[] {
  return body.flatMap((statement) => describeStatement(text, statement));
}

function describeStatement(text: string, statement: Statement): Row[] {
  const describeBodies = (...bodies: readonly (readonly Statement[])[]): Row[] =>
    bodies.flatMap((body) => describeBody(text, body));
  switch (statement.kind) {
    case "ClassDef":
      return [describeClass(text, statement), ...describeBodies(statement.body)];
    case "If":
      return describeBodies(statement.body, statement.orelse);
    case "Try":
      return describeBodies(statement.body, ...statement.handlers, statement.orelse, statement.finalbody);
    case "Block":
      return describeBodies(...statement.bodies);
    default:
      return describeLeaf(text, statement);
  }
}

function describeLeaf(text: string, statement: Statement): Row[] {
  const textOf = (span: Span | undefined): string | null => normalise(text, span);
  const { line } = statement;
  switch (statement.kind) {
    case "FunctionDef":
      return [describeFunction(text, statement)];
    case "AnnAssign":
      return [[line, "annotated", textOf(statement.target), textOf(statement.annotation), textOf(statement.value)]];
    case "Assign":
      return [[line, "assign", statement.targets.map(textOf), textOf(statement.value)]];
    case "AugAssign":
      return [[line, "augmented", textOf(statement.target), textOf(statement.value)]];
    case "Import":
      return [[line, "import", describeNames(statement.names)]];
    case "ImportFrom":
      return [[line, "from", statement.level, statement.module, describeNames(statement.names)]];
    default:
      return [];
  }
}

function describeClass(text: string, node: ClassDef): Row {
  const bases = node.bases.map((base) => normalise(text, base));
  const keywords = node.keywords.map(({ name, value }) => [name ?? null, normalise(text, value)]);
  const typeParams = node.typeParams.map(({ name }) => name);
  const rest = [bases, keywords, node.decorators.length, node.docstring ?? null];
  return [node.line, "class", node.name, typeParams, ...rest];
}

function describeFunction(text: string, node: FunctionDef): Row {
  const textOf = (value: Expression | undefined): string | null => normalise(text, value);
  const params = node.params.map((param) => [param.kind, param.name, textOf(param.annotation), textOf(param.default)]);
  const typeParams = node.typeParams.map(({ name }) => name);
  const rest = [node.decorators.length, node.yields, node.docstring ?? null];
  return [node.line, node.async ? "async def" : "def", node.name, typeParams, params, textOf(node.returns), ...rest];
}

/** The parts of a module that is nothing but an f-string, as `structure.py` prints them; `undefined` of any other module. */
export function describeFormattedString({ body: [statement] }: Module): Row | undefined {
  const value = statement?.kind === "ExpressionStatement" ? statement.value : undefined;
  return value?.kind === "FormattedString" ? value.parts?.map(describePart) : undefined;
}

function describePart(part: FormattedPart): unknown {
  if (part.kind === "FormattedText") return part.text;
  return [describeNamesIn(part.value), part.conversion ?? null, part.format.map(describePart)];
}

/** The names in an expression, in order. */
function describeNamesIn(node: unknown): string[] {
  if (isObject(node) && node["kind"] === "Name") return [String(node["id"])];
  const assigned = isObject(node) && node["kind"] === "NamedExpression" ? [String(node["target"])] : [];
  return [...assigned, ...childrenOf(node).flatMap(describeNamesIn)];
}

function childrenOf(node: unknown): unknown[] {
  return isObject(node) ? Object.values(node) : [];
}

function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null;
}

function describeNames(names: readonly ImportedName[]): Row[] {
  return names.map((name) => [name.name, name.as ?? null]);
}

/** The source of an expression without white space, comments, parentheses, continuations and trailing commas. */
function normalise(text: string, span: Span | undefined): string | null {
  if (span === undefined) return null;
  const lines = text.slice(span.start, span.end).split("\n");
  const source = lines.length > 1 ? lines.map((line) => line.replace(/#[^'"]*$/, "")).join("\n") : lines.join("");
  return source.replace(/[\s()\\]/g, "").replace(/,(?=[\]}])|,$/g, "");
}
