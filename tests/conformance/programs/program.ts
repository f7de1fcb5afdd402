/**
 * A Python program in parts, so that one that fails can be made smaller. Text names a declaration by its key between
 * `«` and `»`: how a module refers to it is decided when the program is written out.
 */
export interface Program {
  readonly modules: readonly ModulePart[];
  readonly entry: EntryPart;
  /** How one module imports another: by a number that stands for one of the styles. */
  readonly importStyle: (importer: string, imported: string) => number;
}

/** A module of the program. */
export interface ModulePart {
  /** `pkg.models` */
  readonly name: string;
  /** The folder that its root is in; empty for that of the entry. */
  readonly root: string;
  readonly declarations: readonly Declaration[];
}

/** A class, an alias or a constant. */
export interface Declaration {
  /** Unique in the program. */
  readonly key: string;
  /** Its name in its module. */
  readonly name: string;
  /** What stands before the members: imports and helpers of its own, and the head of the class. */
  readonly head: Snippet;
  /** The members, each of which can be left out. */
  readonly members: readonly Snippet[];
  /** What stands for the members where there are none. */
  readonly emptyBody: string | undefined;
}

/** A piece of text with what it takes part in. */
export interface Snippet {
  readonly text: string;
  /** The features that it shows. */
  readonly covers: readonly string[];
}

/** The file with the chain. */
export interface EntryPart {
  readonly importStyle: Snippet;
  /** Statements before the class: path hacks, flags. */
  readonly preamble: readonly Snippet[];
  readonly extraChainlets: readonly Snippet[];
  readonly isConditional: boolean;
  readonly isAsync: boolean;
  readonly arguments: readonly Snippet[];
  readonly result: Snippet;
}

/** A piece of text. */
export function snippet(text: string, ...covers: readonly string[]): Snippet {
  return { text, covers };
}

/** Several pieces in one. */
export function joinSnippets(pieces: readonly Snippet[], join: (...texts: readonly string[]) => string): Snippet {
  return { text: join(...pieces.map(({ text }) => text)), covers: pieces.flatMap(({ covers }) => covers) };
}

/** The keys of the declarations that a text names. */
export function keysIn(text: string): readonly string[] {
  return [...text.matchAll(/«(.*?)»/g)].map(([, key = ""]) => key);
}

/** Every piece of a program. */
export function snippetsOf({ modules, entry }: Program): readonly Snippet[] {
  const declared = modules.flatMap(({ declarations }) =>
    declarations.flatMap(({ head, members }) => [head, ...members]),
  );
  return [...declared, entry.importStyle, ...entry.preamble, ...entry.extraChainlets, ...entry.arguments, entry.result];
}
