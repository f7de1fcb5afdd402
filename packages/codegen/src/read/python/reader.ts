import type { GivenTypes } from "../given-types.js";
import { constrainedCalls } from "./annotations/constrained-calls.js";
import { knownTypes } from "./annotations/known-types.js";
import { metadataEffects } from "./annotations/metadata.js";
import { createTypeReader } from "./annotations/read-type.js";
import { constantCalls } from "./constants/constant-calls.js";
import { externalConstants } from "./constants/external-constants.js";
import { createFolder } from "./constants/fold.js";
import type { Context, Reader } from "./context.js";
import { aliasGenerators } from "./models/alias-generators.js";
import { createClassCallReader } from "./models/class-calls.js";
import { createClassReader } from "./models/class-reader.js";
import { DefinitionStore } from "./models/definition-store.js";
import { enumMember } from "./models/enum-members.js";
import type { Libraries } from "./modules/module-loader.js";
import type { Scope } from "./names/scope.js";
import type { Reporter } from "./reporter.js";

/** Builds the parts of the reader for one reading, and gives them to each other. */
export function createReader(reporter: Reporter, givenTypes: GivenTypes): Reader {
  const store = new DefinitionStore();
  return {
    reporter,
    givenTypes,
    readType: createTypeReader(),
    fold: createFolder(),
    readClassCall: createClassCallReader(store),
    enumMember,
    ...createClassReader(store),
  };
}

/** Where the top level of a module is read. */
export function moduleContext(scope: Scope, reader: Reader): Context {
  return { scope, reader, config: {}, typeVariables: new Map(), within: undefined };
}

/** Names that mean something elsewhere than in a type, for star imports. */
const otherNames: ReadonlySet<string> = new Set([
  "typing.TypeVar",
  "typing.Generic",
  "typing.Protocol",
  "typing.NewType",
  "typing.NamedTuple",
  "typing.TypedDict",
  "typing.TypeAlias",
  "typing.TypeAliasType",
  "typing.TYPE_CHECKING",
  "pydantic.RootModel",
  "pydantic.Field",
  "pydantic.ConfigDict",
  "pydantic.AliasChoices",
  "pydantic.AliasPath",
  "pydantic.Strict",
  "pydantic.AliasGenerator",
  "pydantic.computed_field",
  "pydantic.field_validator",
  "pydantic.field_serializer",
  "pydantic.model_validator",
  "pydantic.model_serializer",
  "pydantic.create_model",
  "enum.Enum",
  "enum.IntEnum",
  "enum.StrEnum",
  "enum.Flag",
  "enum.IntFlag",
  "enum.auto",
  "dataclasses.dataclass",
  "dataclasses.field",
  "truss_chains.ChainletBase",
  "truss_chains.EngineBuilderLLMChainlet",
  "truss_chains.ModelBase",
  "truss_chains.TrussChainlet",
  "truss_chains.RemoteConfig",
  "truss_chains.WebSocketProtocol",
  "truss_chains.mark_entrypoint",
  "truss_chains.streaming.stream_types",
  "truss_chains.streaming.stream_writer",
]);

/** Whether a qualified name is one that the reader has a meaning for. */
function isKnownName(name: string): boolean {
  return otherNames.has(name) || tables.some((table) => table.has(name));
}

/** The tables of names that mean something where they stand. */
const tables: readonly ReadonlyMap<string, unknown>[] = [
  knownTypes,
  metadataEffects,
  constrainedCalls,
  constantCalls,
  externalConstants,
  aliasGenerators,
];

/** Libraries whose names the reader knows. Their own files say less, and are not read. */
const knownLibraries: ReadonlySet<string> = new Set(
  [...knownTypes.keys(), ...otherNames, ...constantCalls.keys(), "truss.", "sys."].map(
    (name) => name.split(".")[0] ?? name,
  ),
);

/** What the reader knows without reading. */
export const libraries: Libraries = {
  isKnownName,
  isKnownModule: (module) => knownLibraries.has(module.split(".")[0] ?? module),
};
