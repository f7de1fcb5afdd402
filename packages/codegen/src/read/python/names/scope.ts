import type { ClassDef, Expression, FunctionDef, Span, TypeAlias } from "../syntax/nodes.js";

/** A file that names are looked up in. */
export interface PythonModule {
  /** The path, as the host knows it. */
  readonly path: string;
  /** The name that Python would import it under. */
  readonly name: string;
  /** The package that its relative imports start in; empty for a module of no package. */
  readonly packageName: string;
  /** The folder of that package. */
  readonly folder: string;
  /** Whether it may bind names that no statement of it shows, by `globals()` or the like. */
  readonly isDynamic: boolean;
  readonly program: Program;
}

/** All that can be imported. */
export interface Program {
  /** Whether a qualified name is one of a library that the reader has a meaning for. */
  isKnown(qualifiedName: string): boolean;
  /** The module that an import names, with dots where it is relative; `undefined` where no file of the program is it. */
  find(module: string, importer: PythonModule): ModuleMeaning | undefined;
  /** What to do about a module that was not found where a folder around the file has it. */
  adviceIfNearby(module: string): string | undefined;
  /** What to do about a module that was not found. */
  adviceFor(module: string): string;
}

/** A module or package of the program. Its file is read when its names are first asked for. */
export interface ModuleMeaning {
  readonly kind: "module";
  readonly name: string;
  /** What its file binds; of a folder that is no file, `undefined`. */
  readonly names: () => Scope | "unreadable" | undefined;
  readonly submodule: (name: string) => ModuleMeaning | undefined;
}

/** A namespace: of a module, or of the body of a class. */
export interface Scope {
  readonly module: PythonModule;
  /** The qualified name of the class, empty for the module. */
  readonly qualifiedName: string;
  readonly parent: Scope | undefined;
  /** What each name stands for in the end. */
  readonly names: ReadonlyMap<string, Binding>;
  /** Whether its statements run one after the other, when the module is imported; those of a function do not. */
  readonly runsInOrder: boolean;
  /** What a name stands for at a place of the text; `undefined` where nothing before it binds it. */
  readonly namesBefore: (name: string, place: number) => Binding | undefined;
  /** Every `from … import *`, in order. */
  readonly starImports: readonly StarImport[];
  /** The names of the classes that a statement has pydantic look at anew: `Job.model_rebuild()`. */
  readonly rebuilt: ReadonlySet<string>;
  /** The resolution orders of its classes, as far as they have been asked for. */
  readonly resolutionOrders: Map<ClassDef, readonly ClassBinding[]>;
}

/** `from module import *` */
export interface StarImport {
  readonly module: string;
  /** Where it ends. */
  readonly place: number;
  /** The names that were bound before it, and that it takes over. */
  readonly hides: ReadonlySet<string>;
}

/** What a name stands for. */
export type Binding =
  | ImportBinding
  | ClassBinding
  | FunctionBinding
  | AssignmentBinding
  | AliasBinding
  | ComputedBinding;

export interface ImportBinding {
  readonly kind: "import";
  /** The module that the name comes from, or is; with leading dots where the import is relative. */
  readonly module: string;
  /** Its name in that module; `undefined` where the module itself is bound. */
  readonly name: string | undefined;
  /** The module as the statement has it: `a.b` in `import a.b`, which binds `a`. */
  readonly statement: string;
  readonly span: Span;
  readonly enclosing: Scope;
}

export interface ClassBinding {
  readonly kind: "class";
  readonly definition: ClassDef;
  /** `Outer.Inner` */
  readonly qualifiedName: string;
  readonly enclosing: Scope;
  /** The namespace of its body. */
  readonly body: () => Scope;
  /** Whether another class takes its name under a condition that only running Python can tell, or a name that it is meant by. */
  readonly mayBeReplaced: boolean | AssignmentBinding;
  /** The statement that changes it after its body. */
  readonly changedBy?: Span;
}

export interface FunctionBinding {
  readonly kind: "function";
  readonly definition: FunctionDef;
  readonly enclosing: Scope;
}

export interface AssignmentBinding {
  readonly kind: "assignment";
  readonly name: string;
  readonly value: Expression;
  readonly annotation: Expression | undefined;
  readonly enclosing: Scope;
  /** Whether it has another value under a condition that only running Python can tell. */
  readonly mayBeReplaced: boolean;
}

/** `type Name = …` */
export interface AliasBinding {
  readonly kind: "alias";
  readonly definition: TypeAlias;
  readonly enclosing: Scope;
}

/** A name whose value only running the module can tell: the target of a loop or of `+=`. */
export interface ComputedBinding {
  readonly kind: "computed";
}
