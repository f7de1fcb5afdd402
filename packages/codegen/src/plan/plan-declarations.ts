import type { ChainSignature, JsonSchema } from "../signature.js";
import { documentDefinition } from "./documentation/document-schema.js";
import type { Documentation } from "./documentation/documentation.js";
import { recursiveAliases } from "./models/aliases.js";
import { type Finish, finishType } from "./models/finish-type.js";
import { type Model, modelsOf } from "./models/models.js";
import { readSide, type Side } from "./models/side.js";
import type { Declaration } from "./module-plan.js";
import { type ChainNames, nameChain } from "./names/chain-names.js";
import { nameModels, nameOutputHalves } from "./names/name-models.js";
import { createScope } from "./names/scope.js";
import { sendsFloats } from "./schema/floats.js";
import type { TypeNode } from "./type-node.js";

/** The types of a chain, and what its own things are called. */
export interface ChainTypes {
  readonly names: ChainNames;
  /** In reading order: the arguments, the result, then the models. */
  readonly declarations: readonly Declaration[];
  readonly input: TypeNode;
  readonly output: TypeNode;
}

/** Plans the types of a chain whose names begin with `base`. */
export function planDeclarations(signature: ChainSignature, base: string): ChainTypes {
  const input = signature.input ?? { type: "object", properties: {} };
  const output = signature.output ?? true;
  const sides = { input: readSide(input, "input"), output: readSide(output, "output") };
  const models = modelsOf(sides.input, sides.output);
  const scope = createScope();
  const modelNames = nameModels(models, base, scope);
  const result = userNamedResult(sides.output, modelNames, base);
  const names = nameChain(base, scope);
  nameOutputHalves(models, base, scope, modelNames);
  return declare(
    { ...sides, models, modelNames, names: result === undefined ? names : { ...names, output: result } },
    input,
    output,
  );
}

interface Named {
  readonly input: Side;
  readonly output: Side;
  readonly models: readonly Model[];
  readonly modelNames: ReadonlyMap<string, string>;
  readonly names: ChainNames;
}

/** A model of the user's that is the result and has the very name that the result would get. */
function userNamedResult(output: Side, modelNames: ReadonlyMap<string, string>, base: string): string | undefined {
  const name = output.root.kind === "reference" ? modelNames.get(output.root.name) : undefined;
  return name === `${base}Output` ? name : undefined;
}

function declare(named: Named, inputSchema: JsonSchema, outputSchema: JsonSchema): ChainTypes {
  const { names } = named;
  const nameOf = (id: string): string => named.modelNames.get(id) ?? id;
  const plain = { nameOf, isRecursiveAlias: false };
  const input = finishType(named.input.root, { ...plain, reach: { input: true, output: false } });
  const output = finishType(named.output.root, { ...plain, reach: { input: false, output: true } });
  const isOwnModel = output.kind === "reference" && output.name === names.output;
  const declarations = [
    declaration(names.input, input, inputDocumentation(inputSchema, input, names)),
    ...(isOwnModel ? [] : [declaration(names.output, output, outputDocumentation(outputSchema, names))]),
    ...modelDeclarations(named, nameOf),
  ];
  return { names, declarations, input, output };
}

function modelDeclarations({ input, output, models }: Named, nameOf: Finish["nameOf"]): readonly Declaration[] {
  const recursive = recursiveAliases(new Map([...input.definitions, ...output.definitions]));
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

function inputDocumentation(schema: JsonSchema, type: TypeNode, names: ChainNames): Documentation {
  const lead = `Arguments of {@link ${names.invoke}}${type.kind === "empty-object" ? ": none" : ""}.`;
  return { ...documentDefinition(schema), lead };
}

function outputDocumentation(schema: JsonSchema, names: ChainNames): Documentation {
  const documentation = documentDefinition(schema);
  const notes = sendsFloats(schema) ? ["NaN and infinity come as `null`: JSON has neither."] : [];
  return { ...documentation, notes: [...documentation.notes, ...notes], lead: `Result of {@link ${names.invoke}}.` };
}
