import type { Location } from "../../diagnostics/diagnostic.js";
import type { GivenTypes } from "../given-types.js";
import type { Constant, EnumMember } from "./constants/constant.js";
import type { ConstantArguments } from "./constants/constant-arguments.js";
import type { ModelConfig } from "./models/config.js";
import type { AliasBinding, AssignmentBinding, ClassBinding, Scope } from "./names/scope.js";
import type { Reporter } from "./reporter.js";
import type { ClassDef, Expression, Span, TypeParam } from "./syntax/nodes.js";
import type { PythonType } from "./types/python-type.js";

/** Where an expression is read: what its names mean, and the settings of the model around it. */
export interface Context {
  readonly scope: Scope;
  readonly config: ModelConfig;
  /** What the type variables of the generic class around it stand for. */
  readonly typeVariables: ReadonlyMap<string, TypeVariable>;
  /** The string or the name that the expression was reached through; what is wrong with it is said to be there. */
  readonly within: Place | undefined;
  readonly reader: Reader;
}

/** A node, and the file that it is in. */
export interface Place {
  readonly node: Span;
  readonly scope: Scope;
}

/** What a type variable stands for. */
export interface TypeArgument {
  readonly type: PythonType;
  /** How pydantic prints it in the name of a generic class. */
  readonly name: string;
}

/** A type variable that stands for something. */
export interface TypeVariable extends TypeArgument {
  /** What tells it from others of its name: where it is assigned, the parameter, or the class of a `Self`. */
  readonly identity: string | TypeParam | ClassDef;
  /** Whether nothing is given for it, and it stands for what it says of itself. */
  readonly isOpen: boolean;
}

/**
 * The parts of the reader as they see each other: annotations name models, models have annotations, defaults may be
 * models. Each part is given the others here and imports none of them.
 */
export interface Reader {
  readonly reporter: Reporter;
  /** What the user says of types that cannot be read. */
  readonly givenTypes: GivenTypes;
  /** What an annotation means. Problems are reported; a type that cannot be read is anything. */
  readonly readType: (annotation: Expression, context: Context) => PythonType;
  /** The value of an expression; `undefined` where only running it can tell. Nothing is reported. */
  readonly fold: (expression: Expression, context: Context) => Constant | undefined;
  /** What a class of the file means as a type, with the arguments of a generic class. */
  readonly readClass: (binding: ClassBinding, use: ClassUse, context: Context) => PythonType;
  /** Whether a class is a model of pydantic's, which is made anew for each set of its type arguments. */
  readonly isModel: (binding: ClassBinding) => boolean;
  /** What a `type` statement or `TypeAliasType` means. */
  readonly readAlias: (alias: NamedAlias, use: AliasUse, context: Context) => PythonType;
  /** What a call that makes a class means as a type: `namedtuple(…)`, `Enum("E", …)`; `undefined` for any other call. */
  readonly readClassCall: (expression: Expression, context: Context) => PythonType | undefined;
  /** What calling a class of the program with constants makes; `undefined` where only running it can tell. */
  readonly construct: (binding: ClassBinding, given: ConstantArguments, context: Context) => Constant | undefined;
  /** The member of an enumeration: of a class, or of a name that was assigned one made by a call. */
  readonly enumMember: (
    binding: ClassBinding | AssignmentBinding,
    name: string,
    context: Context,
  ) => EnumMember | undefined;
}

/** How a class is used: its type arguments, which are read by its own settings, and where. */
export interface ClassUse {
  readonly arguments: readonly Expression[];
  readonly place: Span;
}

/** How a named alias is used: its type arguments, and where. */
export interface AliasUse {
  readonly arguments: readonly TypeArgument[];
  readonly place: Span;
}

/** A named alias: `type Name[T] = value`. */
export interface NamedAlias {
  readonly name: string;
  readonly value: Expression;
  readonly parameters: readonly AliasParameter[];
  readonly enclosing: AliasBinding["enclosing"];
}

/** A type parameter of an alias. */
export interface AliasParameter {
  readonly name: string;
  readonly identity: string | TypeParam;
}

/** Where a node is, for a diagnostic. */
export function locate(node: Span, context: Context): Location {
  return context.within === undefined
    ? locationOf(node, context.scope)
    : locationOf(context.within.node, context.within.scope);
}

/** Where a node of a file is. */
export function locationOf(node: Span, scope: Scope): Location {
  const length = Math.max(1, node.end - node.start);
  return { file: scope.module.path, line: node.line, column: node.column, length };
}
