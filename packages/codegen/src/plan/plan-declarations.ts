import type { ChainSignature, JsonSchema } from "../signature.js";
import { answersOf, inputOf } from "./answers.js";
import { type BinarySides, type BinaryTypes, planBinaryTypes, readBinarySides } from "./binary/plan-binary-types.js";
import { declarationOf } from "./declaration-of.js";
import { answerDocumentation, inputDocumentation, modelDocumentation } from "./documentation/document-types.js";
import { recursiveAliases } from "./models/aliases.js";
import { type Finish, finishType } from "./models/finish-type.js";
import { definitionsIn, type Model, modelsOf } from "./models/models.js";
import { readSide, type Side } from "./models/side.js";
import type { Declaration } from "./module-plan.js";
import { answerName, type ChainNames, inputSchemaName, nameChain } from "./names/chain-names.js";
import { nameModels, nameVariants } from "./names/name-models.js";
import { createScope, type Scope } from "./names/scope.js";
import { withNullableFloats } from "./schema/nullable-floats.js";
import type { AnswerPart } from "./schema/reading.js";
import { keyword, type TypeNode } from "./type-node.js";

/** The types of a chain, and what its own things are called. */
export interface ChainTypes {
  readonly names: ChainNames;
  /** In reading order: the arguments, the answers, then the models. */
  readonly declarations: readonly Declaration[];
  readonly input: TypeNode;
  readonly answers: ReadonlyMap<AnswerPart, TypeNode>;
  /** Those of the binary call, where there is one. */
  readonly binary?: BinaryTypes;
}

/** What a chain is to have beside its plain types. */
export interface TypeFeatures {
  /** The types of a binary call. */
  readonly binary: boolean;
  /** Floats of answers that may be `null`, as NaN and infinity come. */
  readonly nanAsNull?: boolean;
  /** A constant that is the schema of its arguments. */
  readonly schemas?: boolean;
}

/** Plans the types of a chain whose names begin with `base`. */
export function planDeclarations(signature: ChainSignature, base: string, features: TypeFeatures): ChainTypes {
  const input = inputOf(signature);
  const schemas = answersOf(signature);
  const inJson = features.nanAsNull === true ? withNull(schemas) : schemas;
  const answers = new Map([...inJson].map(([part, schema]) => [part, readSide(schema, part)]));
  const sides = { input: readSide(input, "input"), answers };
  const binary = features.binary ? readBinarySides(input, schemas.get("output") ?? true) : undefined;
  const models = modelsOf(sides.input, answers.values(), binary === undefined ? [] : [binary.input, binary.output]);
  const scope = createScope();
  const modelNames = nameModels(models, base, scope);
  const userNamed = [...answers].flatMap(([part, side]) => userNamedAnswer(part, side, modelNames, base));
  const names = nameChain(base, signature.transport, answers.keys(), scope);
  // Names of the JSON call come first: that there is a binary one renames nothing.
  for (const word of ["Output", "Binary"] as const) nameVariants(word, models, base, scope, modelNames);
  const named = { ...names, answers: new Map([...names.answers, ...userNamed]) };
  const types = declare({ ...sides, binary, models, modelNames, names: named, base, scope }, input, schemas);
  if (features.schemas !== true) return types;
  return { ...types, names: { ...types.names, inputSchema: inputSchemaName(base, scope) } };
}

function withNull(schemas: ReadonlyMap<AnswerPart, JsonSchema>): ReadonlyMap<AnswerPart, JsonSchema> {
  return new Map([...schemas].map(([part, schema]) => [part, withNullableFloats(schema)]));
}

interface Named {
  readonly input: Side;
  readonly answers: ReadonlyMap<AnswerPart, Side>;
  readonly binary: BinarySides | undefined;
  readonly models: readonly Model[];
  readonly modelNames: ReadonlyMap<string, string>;
  readonly names: ChainNames;
  readonly base: string;
  readonly scope: Scope;
}

/** A model of the user's that is the answer and has the very name that the answer would get. */
function userNamedAnswer(
  part: AnswerPart,
  { root }: Side,
  modelNames: ReadonlyMap<string, string>,
  base: string,
): (readonly [AnswerPart, string])[] {
  const name = root.kind === "reference" ? modelNames.get(root.name) : undefined;
  return name === answerName(base, part) ? [[part, name]] : [];
}

function declare(named: Named, inputSchema: JsonSchema, schemas: ReadonlyMap<AnswerPart, JsonSchema>): ChainTypes {
  const { names } = named;
  const nameOf = (id: string): string => named.modelNames.get(id) ?? id;
  const plain = { nameOf, isRecursiveAlias: false };
  const jsonSchemas = { input: inputSchema, output: schemas.get("output") ?? true };
  const input = finishType(named.input.root, { ...plain, reach: { input: true, output: false } });
  const finished = [...named.answers].map(([part, { root }]) => {
    return [part, finishType(root, { ...plain, reach: { input: false, output: true } })] as const;
  });
  const answers = new Map(finished);
  const json = { input, output: answers.get("output") ?? keyword("never") };
  const binary = named.binary && planBinaryTypes(named.binary, { ...named, ...json, nameOf, schemas: jsonSchemas });
  const declarations = [
    declarationOf(names.input, input, inputDocumentation(inputSchema, input, names.invoke)),
    ...finished.flatMap(([part, type]) => answerDeclaration(part, type, schemas.get(part) ?? true, names)),
    ...(binary?.declarations ?? []),
    ...modelDeclarations(named, nameOf),
  ];
  const allNames = binary === undefined ? names : { ...names, binary: binary.names };
  return { names: allNames, declarations, input, answers, ...(binary && { binary }) };
}

function answerDeclaration(
  part: AnswerPart,
  type: TypeNode,
  schema: JsonSchema,
  names: ChainNames,
): readonly Declaration[] {
  const name = names.answers.get(part) ?? part;
  const isOwnModel = type.kind === "reference" && type.name === name;
  return isOwnModel ? [] : [declarationOf(name, type, answerDocumentation(part, schema, names.invoke))];
}

function modelDeclarations(named: Named, nameOf: Finish["nameOf"]): readonly Declaration[] {
  const { input, answers, binary, models } = named;
  const binarySides = binary === undefined ? [] : [binary.input, binary.output];
  const recursive = recursiveAliases(definitionsIn([input, ...answers.values(), ...binarySides]));
  return models.map(({ definition, reach }) => {
    const type = finishType(definition.type, { nameOf, reach, isRecursiveAlias: recursive.has(definition.id) });
    return declarationOf(nameOf(definition.id), type, modelDocumentation(definition.documentation, type));
  });
}
