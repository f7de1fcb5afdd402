import type { JsonSchema } from "../../signature.js";
import { declarationOf } from "../declaration-of.js";
import { binaryAnswerDocumentation, inputDocumentation } from "../documentation/document-types.js";
import { type Finish, finishType } from "../models/finish-type.js";
import { readSide, type Side } from "../models/side.js";
import type { Declaration } from "../module-plan.js";
import { type BinaryNames, binaryFunctionName, binaryTypeName, type ChainNames } from "../names/chain-names.js";
import type { Scope } from "../names/scope.js";
import { structureOf } from "../structure.js";
import type { TypeNode } from "../type-node.js";
import { binarySchema } from "./binary-schema.js";

/** The schemas of a binary call, as types that have no names yet. */
export interface BinarySides {
  readonly input: Side;
  readonly output: Side;
}

/** The types of a binary call. */
export interface BinaryTypes {
  readonly names: BinaryNames;
  readonly input: TypeNode;
  readonly output: TypeNode;
  /** Those of the two that are not the same as of the JSON call. */
  readonly declarations: readonly Declaration[];
}

/** What is known once all models have their names. */
export interface BinaryParts {
  readonly base: string;
  readonly scope: Scope;
  readonly nameOf: Finish["nameOf"];
  /** Of the JSON call. */
  readonly names: ChainNames;
  readonly input: TypeNode;
  readonly output: TypeNode;
  readonly schemas: { readonly input: JsonSchema; readonly output: JsonSchema };
}

/** Reads what a binary call has instead of the schemas of the JSON call. */
export function readBinarySides(input: JsonSchema, output: JsonSchema): BinarySides {
  return {
    input: readSide(binarySchema(input), "binary-input"),
    output: readSide(binarySchema(output), "binary-output"),
  };
}

/** Plans the types of a binary call. A type that is the same as the JSON call's has its name. */
export function planBinaryTypes(sides: BinarySides, parts: BinaryParts): BinaryTypes {
  const { base, scope, nameOf, names, schemas } = parts;
  const invoke = binaryFunctionName(base, scope);
  const plain = { nameOf, isRecursiveAlias: false };
  const input = finishType(sides.input.root, { ...plain, reach: { input: true, output: false } });
  const output = finishType(sides.output.root, { ...plain, reach: { input: false, output: true } });
  const hasInput = structureOf(input) !== structureOf(parts.input);
  const hasOutput = structureOf(output) !== structureOf(parts.output);
  const inputName = hasInput ? binaryTypeName(base, "Input", scope) : names.input;
  const outputName = hasOutput ? binaryTypeName(base, "Output", scope) : (names.answers.get("output") ?? "never");
  const inputText = inputDocumentation(binarySchema(schemas.input), input, invoke);
  const outputText = binaryAnswerDocumentation(binarySchema(schemas.output), invoke);
  const declarations = [
    ...(hasInput ? [declarationOf(inputName, input, inputText)] : []),
    ...(hasOutput ? [declarationOf(outputName, output, outputText)] : []),
  ];
  return { names: { invoke, input: inputName, output: outputName }, input, output, declarations };
}
