import type { ChainId } from "../chain-id.js";
import type { ChainSignature } from "../signature.js";
import { schemaValue } from "../signature-text.js";
import { inputOf } from "./answers.js";
import type { BinaryTypes } from "./binary/plan-binary-types.js";
import { describeFields } from "./documentation/describe-fields.js";
import { undocumented } from "./documentation/documentation.js";
import { planExample, resultExample } from "./example.js";
import { mergeImports } from "./merge-imports.js";
import type { AnswerExample, Declaration, ModulePlan, NamedType } from "./module-plan.js";
import { namedType } from "./module-plan.js";
import { baseName, type ChainNames, fileName } from "./names/chain-names.js";
import { isInherited } from "./names/inherited.js";
import { type ChainTypes, planDeclarations } from "./plan-declarations.js";
import { addressImports, planDescriptor } from "./plan-descriptor.js";
import { type FunctionParts, planFunctions, planImports } from "./plan-functions.js";
import { frameTypes, type GeneratedTransport, type TransportPlan, transportPlans } from "./transport-plan.js";
import { isKeyword, keyword, type Member, type TypeNode } from "./type-node.js";

/** A chain, and what is known of it beside its signature. */
export interface ChainToPlan {
  readonly signature: ChainSignature;
  /** The enumerations of its result that a binary answer can have, by their keys in `$defs`, as far as they are known. */
  readonly scalarEnumerations?: ReadonlySet<string>;
  /** What the banner names: the source, relative, with "/". */
  readonly source: string;
  /** What messages name: the source as the user gave it. Left out, it is `source`. */
  readonly path?: string;
  /** The chain's id, or where it comes from, where that is baked in. */
  readonly chainId?: ChainId;
  /** The chain's URL, where one is baked in. */
  readonly url?: string;
  /** Whether it is to have a binary call. Left out, it has none. */
  readonly binary?: boolean;
  /** Whether the floats of its answers may be `null`, as NaN and infinity come. Left out, they are numbers. */
  readonly nanAsNull?: boolean;
  /** Whether the schema of its arguments is to be a constant. Left out, there is none. */
  readonly schemas?: boolean;
}

/** What a message calls a chain's source. */
export function pathOf({ path, source }: ChainToPlan): string {
  return path ?? source;
}

/** Plans the module of one chain, whose transport is this, with a binary call or without. */
export function planChain(chain: ChainToPlan, kind: GeneratedTransport, hasBinary: boolean): ModulePlan {
  const { source } = chain;
  const signature = describeFields(chain.signature);
  const transport = transportPlans[kind];
  const types = planDeclarations(signature, baseName(signature.name), { ...chain, binary: hasBinary });
  const { names, declarations, input } = types;
  const isAddressed = (chain.chainId ?? chain.url) !== undefined;
  const declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const acceptsEmptyInput = acceptsEmpty(input, declared);
  const needs = { needsInput: !acceptsEmptyInput, needsAddress: !isAddressed };
  const parts = {
    names,
    transport,
    description: signature.description,
    chainName: signature.name,
    acceptsEmptyInput,
    result: resultOf(types, transport),
    isAddressed,
    example: planExample({ input, answer: answerExample(kind, types, declared), ...needs }, declared),
    binary: types.binary && binaryParts(types.binary, declared, needs),
  };
  const functions = planFunctions(parts);
  return {
    fileName: fileName(signature.name),
    source,
    imports: mergeImports([...planImports(functions, declarations, parts), ...addressImports(chain)]),
    declarations,
    descriptor: planDescriptor(signature, names, transport, chain),
    functions,
    ...inputSchemaOf(signature, names),
    exports: {
      values: [names.descriptor, ...functions.map(({ name }) => name)],
      types: exportedTypes(names),
    },
  };
}

function inputSchemaOf(signature: ChainSignature, { input, inputSchema }: ChainNames): Pick<ModulePlan, "inputSchema"> {
  if (inputSchema === undefined) return {};
  const lead = `The JSON Schema (draft 2020-12) of \`${input}\`, for a validator or a form.`;
  return {
    inputSchema: {
      name: inputSchema,
      schema: schemaValue(inputOf(signature)),
      documentation: { ...undocumented, lead },
    },
  };
}

function exportedTypes({ input, answers, binary }: ChainNames): readonly string[] {
  const names = [input, ...answers.values(), ...(binary === undefined ? [] : [binary.input, binary.output])];
  return [...new Set(names)];
}

/** What is different for the binary call. An input with bytes or arrays in it has no example. */
function binaryParts(
  { names, input, output }: BinaryTypes,
  declared: ReadonlyMap<string, Declaration>,
  { needsInput, needsAddress }: { readonly needsInput: boolean; readonly needsAddress: boolean },
): NonNullable<FunctionParts["binary"]> {
  const answer = resultExample(output, declared);
  return {
    acceptsEmptyInput: acceptsEmpty(input, declared),
    result: namedType(isKeyword(output, "null") ? "null" : names.output),
    example: planExample({ input, answer, needsInput, needsAddress }, declared),
  };
}

/** The type of what comes back. */
function resultOf({ names, answers }: ChainTypes, { stream }: TransportPlan): NamedType {
  if (stream !== undefined) return namedType(stream, ...(answers.size === 0 ? [] : frameTypes(names.answers)));
  const isNull = [...answers.values()].every((type) => isKeyword(type, "null"));
  return namedType(isNull ? "null" : (names.answers.get("output") ?? "never"));
}

function answerExample(
  transport: GeneratedTransport,
  { answers }: ChainTypes,
  declared: ReadonlyMap<string, Declaration>,
): AnswerExample {
  switch (transport) {
    case "json":
      return resultExample(answers.get("output") ?? keyword("never"), declared);
    case "text-stream":
      return { kind: "stream", part: "text" };
    case "byte-stream":
      return { kind: "stream", part: "bytes" };
    case "framed-stream":
      return { kind: "frames", hasHeader: answers.has("header"), hasFooter: answers.has("footer") };
  }
}

/** Whether `{}` is a value of the type, to TypeScript too: it finds what every object inherits where a member is left out. */
function acceptsEmpty(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): boolean {
  if (type.kind === "object") return allOptional(type);
  if (type.kind !== "reference") return type.kind === "record" || type.kind === "empty-object";
  const declaration = declarations.get(type.name);
  if (declaration?.kind === "alias") return acceptsEmpty(declaration.type, declarations);
  return declaration !== undefined && allOptional(declaration);
}

function allOptional({ members }: { readonly members: readonly Member[] }): boolean {
  return members.every(({ name, optional }) => optional && !isInherited(name));
}
