import type { ClassDef, Expression, FunctionDef, Span, TypeAlias } from "../syntax/nodes.js";

/** The file that names are looked up in. */
export interface PythonModule {
  /** The path, as the host knows it. */
  readonly path: string;
  /** The name that Python would import it under. */
  readonly name: string;
  /** Whether a qualified name is one that the reader has a meaning for; decides where a star import's names come from. */
  readonly isKnown: (qualifiedName: string) => boolean;
}

/** A namespace: of a module, or of the body of a class. */
export interface Scope {
  readonly module: PythonModule;
  /** The qualified name of the class, empty for the module. */
  readonly qualifiedName: string;
  readonly parent: Scope | undefined;
  readonly names: ReadonlyMap<string, Binding>;
  /** The modules of `from … import *`, in order. */
  readonly starImports: readonly string[];
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
  /** `pydantic.BaseModel`; with leading dots where the import is relative. */
  readonly qualifiedName: string;
  /** The module that the statement names, with its dots. */
  readonly module: string;
  readonly span: Span;
}

export interface ClassBinding {
  readonly kind: "class";
  readonly definition: ClassDef;
  /** `Outer.Inner` */
  readonly qualifiedName: string;
  readonly enclosing: Scope;
  /** The namespace of its body. */
  readonly body: () => Scope;
  /** Whether another class takes its name under a condition that only running Python can tell. */
  readonly mayBeReplaced: boolean;
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
