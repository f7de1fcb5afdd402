import type { AnswerExample, Declaration, ExamplePlan, ResultExample } from "./module-plan.js";
import { createScope } from "./names/scope.js";
import { camelCase } from "./names/words.js";
import { sampleOf } from "./sample.js";
import { isKeyword, type TypeNode } from "./type-node.js";

/** What an example shows. */
export interface ExampleParts {
  readonly input: TypeNode;
  readonly answer: AnswerExample;
  readonly needsInput: boolean;
  readonly needsAddress: boolean;
}

/** A minimal call, or nothing where no finite input can be made. */
export function planExample(
  parts: ExampleParts,
  declarations: ReadonlyMap<string, Declaration>,
): ExamplePlan | undefined {
  const input = sampleOf(parts.input, declarations);
  if (input === undefined) return undefined;
  const showsInput = parts.needsInput || parts.needsAddress;
  return { answer: parts.answer, needsAddress: parts.needsAddress, ...(showsInput && { input }) };
}

/** How an example names a result of a type. */
export function resultExample(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): ResultExample {
  const output = followed(type, declarations);
  if (isKeyword(output, "null") || isKeyword(output, "never")) return { kind: "result", names: [], isTuple: false };
  if (output.kind !== "tuple" || output.elements.length < 2) {
    return { kind: "result", names: ["result"], isTuple: false };
  }
  const scope = createScope();
  const names = output.elements.map((element) => elementNames(element.type, declarations));
  return { kind: "result", names: names.map((wanted) => scope.take(wanted)), isTuple: true };
}

/** The type that an alias stands for. A plan has no endless aliases. */
function followed(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): TypeNode {
  let current = type;
  for (;;) {
    const declaration = current.kind === "reference" ? declarations.get(current.name) : undefined;
    if (declaration?.kind !== "alias") return current;
    current = declaration.type;
  }
}

/** Names for a position of a tuple, the best first. */
function elementNames(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): [string, ...string[]] {
  switch (type.kind) {
    case "reference": {
      const name = camelCase(modelName(type.name, declarations));
      return [name || "value", `${name}Value`];
    }
    case "array":
    case "tuple":
      return ["items"];
    case "record":
      return ["entries"];
    case "keyword":
      return [keywordNames.get(type.word) ?? "value"];
    default:
      return ["value"];
  }
}

/** The name that a model has in Python: a caller holds an answer, and not what `AnswerOutput` makes of it. */
function modelName(name: string, declarations: ReadonlyMap<string, Declaration>): string {
  const whole = name.replace(/Output$/, "");
  return declarations.has(whole) ? whole : name;
}

const keywordNames = new Map<string, string>([
  ["string", "text"],
  ["number", "count"],
  ["boolean", "flag"],
]);
