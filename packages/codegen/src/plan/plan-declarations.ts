import type { ChainSignature, JsonSchema } from "../signature.js";
import { answersOf } from "./answers.js";
import { answerDocumentation, inputDocumentation } from "./documentation/document-types.js";
import type { Documentation } from "./documentation/documentation.js";
import { recursiveAliases } from "./models/aliases.js";
import { type Finish, finishType } from "./models/finish-type.js";
import { definitionsIn, type Model, modelsOf } from "./models/models.js";
import { readSide, type Side } from "./models/side.js";
import type { Declaration } from "./module-plan.js";
import { answerName, type ChainNames, nameChain } from "./names/chain-names.js";
import { nameModels, nameOutputHalves } from "./names/name-models.js";
import { createScope } from "./names/scope.js";
import type { AnswerPart } from "./schema/reading.js";
import type { TypeNode } from "./type-node.js";

/** The types of a chain, and what its own things are called. */
export interface ChainTypes {
  readonly names: ChainNames;
  /** In reading order: the arguments, the answers, then the models. */
  readonly declarations: readonly Declaration[];
  readonly input: TypeNode;
  readonly answers: ReadonlyMap<AnswerPart, TypeNode>;
}

/** Plans the types of a chain whose names begin with `base`. */
export function planDeclarations(signature: ChainSignature, base: string): ChainTypes {
  const input = signature.input ?? { type: "object", properties: {} };
  const schemas = answersOf(signature);
  const answers = new Map([...schemas].map(([part, schema]) => [part, readSide(schema, part)]));
  const sides = { input: readSide(input, "input"), answers };
  const models = modelsOf(sides.input, answers.values());
  const scope = createScope();
  const modelNames = nameModels(models, base, scope);
  const userNamed = [...answers].flatMap(([part, side]) => userNamedAnswer(part, side, modelNames, base));
  const names = nameChain(base, signature.transport, answers.keys(), scope);
  nameOutputHalves(models, base, scope, modelNames);
  const named = { ...names, answers: new Map([...names.answers, ...userNamed]) };
  return declare({ ...sides, models, modelNames, names: named }, input, schemas);
}

interface Named {
  readonly input: Side;
  readonly answers: ReadonlyMap<AnswerPart, Side>;
  readonly models: readonly Model[];
  readonly modelNames: ReadonlyMap<string, string>;
  readonly names: ChainNames;
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
  const input = finishType(named.input.root, { ...plain, reach: { input: true, output: false } });
  const finished = [...named.answers].map(([part, { root }]) => {
    return [part, finishType(root, { ...plain, reach: { input: false, output: true } })] as const;
  });
  const declarations = [
    declaration(names.input, input, inputDocumentation(inputSchema, input, names.invoke)),
    ...finished.flatMap(([part, type]) => answerDeclaration(part, type, schemas.get(part) ?? true, names)),
    ...modelDeclarations(named, nameOf),
  ];
  return { names, declarations, input, answers: new Map(finished) };
}

function answerDeclaration(
  part: AnswerPart,
  type: TypeNode,
  schema: JsonSchema,
  names: ChainNames,
): readonly Declaration[] {
  const name = names.answers.get(part) ?? part;
  const isOwnModel = type.kind === "reference" && type.name === name;
  return isOwnModel ? [] : [declaration(name, type, answerDocumentation(part, schema, names.invoke))];
}

function modelDeclarations({ input, answers, models }: Named, nameOf: Finish["nameOf"]): readonly Declaration[] {
  const recursive = recursiveAliases(definitionsIn([input, ...answers.values()]));
  return models.map(({ definition, reach }) => {
    const type = finishType(definition.type, { nameOf, reach, isRecursiveAlias: recursive.has(definition.id) });
    return declaration(nameOf(definition.id), type, definition.documentation);
  });
}

function declaration(name: string, type: TypeNode, documentation: Documentation): Declaration {
  if (type.kind !== "object") return { kind: "alias", name, type, documentation };
  const { members, index } = type;
  return { kind: "interface", name, members, ...(index && { index }), documentation };
}
