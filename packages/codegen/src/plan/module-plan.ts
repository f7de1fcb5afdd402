import type { JsonValue } from "../signature.js";
import type { Documentation } from "./documentation/documentation.js";
import type { Member, TypeNode } from "./type-node.js";

/** One generated file as data: every name and type in it is decided, and nothing is text yet. */
export interface ModulePlan {
  /** The file's name without its extension. */
  readonly fileName: string;
  /** What the banner names: the source, relative, with "/". */
  readonly source: string;
  readonly imports: readonly ImportsPlan[];
  /** In reading order. */
  readonly declarations: readonly Declaration[];
  readonly descriptor: DescriptorPlan;
  readonly functions: readonly FunctionPlan[];
  /** The schema of the arguments as a constant, in a file of its own, where it is asked for. */
  readonly inputSchema?: SchemaPlan;
  /** What the index passes on: not the models, of which two chains may have ones of the same name. */
  readonly exports: ExportsPlan;
}

/** What is imported from one module of the runtime. */
export interface ImportsPlan {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** A named type. */
export type Declaration = InterfaceDeclaration | AliasDeclaration;

/** An object with known keys. */
export interface InterfaceDeclaration {
  readonly kind: "interface";
  readonly name: string;
  readonly members: readonly Member[];
  readonly index?: TypeNode;
  readonly documentation: Documentation;
}

/** Any other type. */
interface AliasDeclaration {
  readonly kind: "alias";
  readonly name: string;
  readonly type: TypeNode;
  readonly documentation: Documentation;
}

/** A type by its name, and the names of its arguments. */
export interface NamedType {
  readonly name: string;
  readonly arguments: readonly string[];
}

/** The constant that says which chain is called. */
export interface DescriptorPlan {
  readonly name: string;
  /** `ChainDescriptor<HelloInput, HelloOutput>` */
  readonly type: NamedType;
  readonly chain: Readonly<Record<string, JsonValue>>;
  /** What finds the chain's id when a call is made, where it is not among what is known of the chain. */
  readonly chainId?: ChainIdPlan;
  readonly documentation: Documentation;
}

/** A call of the runtime's, which gives what finds a chain's id. */
export type ChainIdPlan =
  | { readonly calls: "chainIdFromVariable"; readonly argument: string }
  | { readonly calls: "chainIdByEnvironment"; readonly argument: Readonly<Record<string, string>> };

/** A constant that is a JSON Schema. */
export interface SchemaPlan {
  readonly name: string;
  readonly schema: JsonValue;
  readonly documentation: Documentation;
}

/** A function that hands its parameters to one of the runtime's. */
export interface FunctionPlan {
  readonly name: string;
  readonly parameters: readonly ParameterPlan[];
  /** The type that it promises. */
  readonly result: NamedType;
  /** The runtime's function. It gets the descriptor first. */
  readonly calls: string;
  readonly documentation: Documentation;
  readonly example?: ExamplePlan;
}

/** A parameter. `empty-by-default` is one whose default is `{}`. */
export interface ParameterPlan {
  readonly name: string;
  readonly type: string;
  readonly presence: "required" | "optional" | "empty-by-default";
}

/** A call as its documentation shows it. */
export interface ExamplePlan {
  readonly answer: AnswerExample;
  readonly input?: JsonValue;
  readonly needsAddress: boolean;
}

/** What an example does with the answer. */
export type AnswerExample = ResultExample | StreamExample | FramesExample | SocketExample;

/** It names the result. */
export interface ResultExample {
  readonly kind: "result";
  /** Several for a tuple, none where there is nothing to name. */
  readonly names: readonly string[];
  readonly isTuple: boolean;
}

/** It shows each part of a stream. */
interface StreamExample {
  readonly kind: "stream";
  readonly part: "text" | "bytes";
}

/** It shows each item, and what stands around them. */
interface FramesExample {
  readonly kind: "frames";
  readonly hasHeader: boolean;
  readonly hasFooter: boolean;
}

/** It sends a message, and shows each that comes. */
interface SocketExample {
  readonly kind: "socket";
}

/** The names that the index passes on. */
interface ExportsPlan {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** A type by its name. */
export function namedType(name: string, ...typeArguments: readonly string[]): NamedType {
  return { name, arguments: typeArguments };
}
