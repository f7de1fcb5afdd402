import type { Declaration, ExamplePlan } from "./module-plan.js";
import { createScope } from "./names/scope.js";
import { camelCase } from "./names/words.js";
import { sampleOf } from "./sample.js";
import { isKeyword, type TypeNode } from "./type-node.js";

/** What an example shows. */
export interface ExampleParts {
  readonly input: TypeNode;
  readonly output: TypeNode;
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
  const results = resultNames(parts.output, declarations);
  return { ...results, needsAddress: parts.needsAddress, ...(showsInput && { input }) };
}

function resultNames(
  type: TypeNode,
  declarations: ReadonlyMap<string, Declaration>,
): Pick<ExamplePlan, "results" | "isTuple"> {
  const output = followed(type, declarations);
  if (isKeyword(output, "null") || isKeyword(output, "never")) return { results: [], isTuple: false };
  if (output.kind !== "tuple" || output.elements.length < 2) return { results: ["result"], isTuple: false };
  const scope = createScope();
  return { results: output.elements.map((element) => scope.take(elementNames(element.type))), isTuple: true };
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
function elementNames(type: TypeNode): [string, ...string[]] {
  switch (type.kind) {
    case "reference":
      return [camelCase(type.name) || "value", `${camelCase(type.name)}Value`];
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

const keywordNames = new Map<string, string>([
  ["string", "text"],
  ["number", "count"],
  ["boolean", "flag"],
]);
