import type { Transport } from "../../signature.js";
import type { AnswerPart } from "../schema/reading.js";
import { isIdentifier } from "./identifier.js";
import type { Scope } from "./scope.js";
import { camelCase, capitalize, kebabCase, pascalCase } from "./words.js";

/** The names of a chain's own things. */
export interface ChainNames {
  readonly invoke: string;
  /** Only a chain that answers with JSON can be queued. */
  readonly invokeAsync?: string;
  readonly descriptor: string;
  readonly input: string;
  /** The types of what the chain answers with, in order. */
  readonly answers: ReadonlyMap<AnswerPart, string>;
  /** The constant that is the schema of the arguments, where it is asked for. */
  readonly inputSchema?: string;
  /** Where the chain has a binary call. */
  readonly binary?: BinaryNames;
}

/** The names of a chain's binary call. Its types are those of the JSON call where they do not differ. */
export interface BinaryNames {
  readonly invoke: string;
  readonly input: string;
  readonly output: string;
}

/** What follows the base of a name, and what does so where a model of the user's has that name. */
const answerWords: Readonly<Record<AnswerPart, readonly [word: string, other: string]>> = {
  output: ["Output", "Result"],
  header: ["Header", "StreamHeader"],
  item: ["Item", "StreamItem"],
  footer: ["Footer", "StreamFooter"],
};

/** The part that a chain's names have in common: `HelloWorld`, whatever the style of its own. */
export function baseName(name: string): string {
  const base = capitalize(pascalCase(name));
  return isIdentifier(base) ? base : `Chain${base}`;
}

/** The name of a chain's file, without its extension. */
export function fileName(name: string): string {
  return kebabCase(baseName(name));
}

/** The name that the type of an answer gets if it can. */
export function answerName(base: string, part: AnswerPart): string {
  return `${base}${answerWords[part][0]}`;
}

/** Names a chain's own things, which give way to the names of its models. */
export function nameChain(base: string, transport: Transport, parts: Iterable<AnswerPart>, scope: Scope): ChainNames {
  const invoke = scope.take([`invoke${base}`, `invoke${base}Chain`]);
  const queued =
    transport === "json" ? { invokeAsync: scope.take([`invoke${base}Async`, `invoke${base}ChainAsync`]) } : {};
  return {
    invoke,
    ...queued,
    descriptor: descriptorName(base, scope),
    input: scope.take([`${base}Input`, `${base}Arguments`]),
    answers: new Map(Array.from(parts, (part) => [part, scope.take(namesOf(base, part))])),
  };
}

/** Names the things of a chain that is a websocket. */
export function nameSocket(base: string, scope: Scope): { readonly connect: string; readonly descriptor: string } {
  return { connect: scope.take([`connect${base}`, `connect${base}Chain`]), descriptor: descriptorName(base, scope) };
}

function descriptorName(base: string, scope: Scope): string {
  return scope.take([`${camelCase(base)}Chain`, `${camelCase(base)}Descriptor`]);
}

/** Names the function of a chain's binary call. */
export function binaryFunctionName(base: string, scope: Scope): string {
  return scope.take([`invoke${base}Binary`, `invoke${base}ChainBinary`]);
}

/** Names a type of a chain's binary call. */
export function binaryTypeName(base: string, word: "Input" | "Output", scope: Scope): string {
  return scope.take([`${base}Binary${word}`, `${base}InBinary${word}`]);
}

/** Names the constant that is the schema of a chain's arguments. */
export function inputSchemaName(base: string, scope: Scope): string {
  return scope.take([`${base}InputSchema`, `${base}ArgumentsSchema`]);
}

function namesOf(base: string, part: AnswerPart): [string, string] {
  const [word, other] = answerWords[part];
  return [base + word, base + other];
}
