/**
 * The syntax tree of a Python module: every declaration and every expression of a declaration, named as CPython's `ast`
 * names them. Bodies of functions are not in it.
 */

/** Where a node stands. Offsets are UTF-16 units into {@link Module.text}; `line` and `column` count from 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A parsed file. */
export interface Module {
  /** The decoded text, with `\n` as the only line end. Lines are those of the file. */
  readonly text: string;
  readonly docstring: string | undefined;
  readonly body: readonly Statement[];
}

export type Statement =
  | ClassDef
  | FunctionDef
  | AnnAssign
  | Assign
  | AugAssign
  | TypeAlias
  | Import
  | ImportFrom
  | If
  | Try
  | Block
  | ExpressionStatement
  | OtherStatement;

export interface ClassDef extends Span {
  readonly kind: "ClassDef";
  readonly name: string;
  readonly nameSpan: Span;
  readonly decorators: readonly Expression[];
  readonly typeParams: readonly TypeParam[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly docstring: string | undefined;
  readonly body: readonly Statement[];
}

export interface FunctionDef extends Span {
  readonly kind: "FunctionDef";
  readonly name: string;
  readonly nameSpan: Span;
  readonly async: boolean;
  readonly decorators: readonly Expression[];
  readonly typeParams: readonly TypeParam[];
  readonly params: readonly Parameter[];
  readonly returns: Expression | undefined;
  readonly docstring: string | undefined;
  /** Whether the body itself yields; a nested function's or lambda's `yield` does not count. */
  readonly yields: boolean;
  /** Where the body stands, for what must be found in it later. */
  readonly bodySpan: Span;
  /** The text that {@link bodySpan} is a part of: that of the module. */
  readonly moduleText: string;
}

export type ParameterKind =
  | "positional-only"
  | "positional-or-keyword"
  | "var-positional"
  | "keyword-only"
  | "var-keyword";

/** A parameter; its span is that of its name. */
export interface Parameter extends Span {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

export interface TypeParam extends Span {
  readonly name: string;
  readonly kind: "TypeVar" | "TypeVarTuple" | "ParamSpec";
  readonly bound: Expression | undefined;
  readonly default: Expression | undefined;
}

/** `target: annotation = value`. */
export interface AnnAssign extends Span {
  readonly kind: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | undefined;
}

/** `a = b = value`. */
export interface Assign extends Span {
  readonly kind: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugAssign extends Span {
  readonly kind: "AugAssign";
  readonly target: Expression;
  readonly operator: string;
  readonly value: Expression;
}

/** `type Name[T] = value`. */
export interface TypeAlias extends Span {
  readonly kind: "TypeAlias";
  readonly name: string;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expression;
}

export interface ImportedName extends Span {
  /** Dotted for `import a.b`; `*` for a star import. */
  readonly name: string;
  readonly as: string | undefined;
}

export interface Import extends Span {
  readonly kind: "Import";
  readonly names: readonly ImportedName[];
}

export interface ImportFrom extends Span {
  readonly kind: "ImportFrom";
  /** The number of leading dots. */
  readonly level: number;
  /** Empty for `from . import x`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
}

export interface If extends Span {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** An `elif` is one `If` in here. */
  readonly orelse: readonly Statement[];
}

export interface Try extends Span {
  readonly kind: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly (readonly Statement[])[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

/** Any other compound statement: its bodies, one after the other. */
export interface Block extends Span {
  readonly kind: "Block";
  readonly keyword: "for" | "while" | "with" | "match";
  readonly bodies: readonly (readonly Statement[])[];
}

export interface ExpressionStatement extends Span {
  readonly kind: "ExpressionStatement";
  readonly value: Expression;
}

/** `pass`, `return`, `del` and their like: nothing that declares. */
export interface OtherStatement extends Span {
  readonly kind: "OtherStatement";
  readonly keyword: string;
}

export type Expression =
  | Name
  | NumberLiteral
  | StringLiteral
  | BytesLiteral
  | FormattedString
  | NamedConstant
  | Attribute
  | Subscript
  | Slice
  | Call
  | UnaryOperation
  | BinaryOperation
  | BooleanOperation
  | Comparison
  | Conditional
  | Collection
  | Dict
  | Starred
  | NamedExpression
  | Lambda
  | Comprehension
  | Await
  | Yield;

export interface Name extends Span {
  readonly kind: "Name";
  /** Normalised (NFKC), as Python compares names. */
  readonly id: string;
}

/** A number, as written less its underscores: `1.0`, `0x1F`, `1e400`, `2j`. */
export interface NumberLiteral extends Span {
  readonly kind: "Number";
  readonly raw: string;
  readonly type: "int" | "float" | "complex";
}

/** One or more adjacent string literals, decoded. */
export interface StringLiteral extends Span {
  readonly kind: "String";
  readonly value: string;
}

/** One or more adjacent bytes literals, decoded. */
export interface BytesLiteral extends Span {
  readonly kind: "Bytes";
  readonly value: Uint8Array;
}

/** An f-string, with the plain strings beside it. */
export interface FormattedString extends Span {
  readonly kind: "FormattedString";
  /**
   * In order, the texts decoded and none empty; `undefined` where they are not known: of a t-string, and where a
   * character is given by its name.
   */
  readonly parts: readonly FormattedPart[] | undefined;
}

/** A part of an f-string. */
export type FormattedPart = FormattedText | FormattedValue;

export interface FormattedText {
  readonly kind: "FormattedText";
  readonly text: string;
}

/** `{value!conversion:format}`; of `{value=}` the value, whose text is in the part before it. */
export interface FormattedValue {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  readonly conversion: "s" | "r" | "a" | undefined;
  readonly format: readonly FormattedPart[];
}

export interface NamedConstant extends Span {
  readonly kind: "Constant";
  readonly value: "None" | "True" | "False" | "...";
}

export interface Attribute extends Span {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly attr: string;
}

/** `value[slice]`; several indices are one `Collection` of type tuple. */
export interface Subscript extends Span {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
}

export interface Slice extends Span {
  readonly kind: "Slice";
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Keyword extends Span {
  /** `undefined` for `**value`. */
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface Call extends Span {
  readonly kind: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export interface UnaryOperation extends Span {
  readonly kind: "UnaryOperation";
  readonly operator: "+" | "-" | "~" | "not";
  readonly operand: Expression;
}

export interface BinaryOperation extends Span {
  readonly kind: "BinaryOperation";
  readonly operator: "|" | "^" | "&" | "<<" | ">>" | "+" | "-" | "*" | "/" | "//" | "%" | "@" | "**";
  readonly left: Expression;
  readonly right: Expression;
}

export interface BooleanOperation extends Span {
  readonly kind: "BooleanOperation";
  readonly operator: "and" | "or";
  readonly values: readonly Expression[];
}

export interface Comparison extends Span {
  readonly kind: "Comparison";
  readonly left: Expression;
  readonly operators: readonly string[];
  readonly comparators: readonly Expression[];
}

/** `body if test else orelse`. */
export interface Conditional extends Span {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Collection extends Span {
  readonly kind: "Collection";
  readonly type: "tuple" | "list" | "set";
  readonly elements: readonly Expression[];
}

/** A key of `undefined` is `**value`. */
export interface Dict extends Span {
  readonly kind: "Dict";
  readonly keys: readonly (Expression | undefined)[];
  readonly values: readonly Expression[];
}

export interface Starred extends Span {
  readonly kind: "Starred";
  readonly value: Expression;
}

/** `target := value`. */
export interface NamedExpression extends Span {
  readonly kind: "NamedExpression";
  readonly target: string;
  readonly value: Expression;
}

export interface Lambda extends Span {
  readonly kind: "Lambda";
  readonly params: readonly Parameter[];
  readonly body: Expression;
}

/** A comprehension or generator. Its clauses are checked, not kept. */
export interface Comprehension extends Span {
  readonly kind: "Comprehension";
  readonly type: "list" | "set" | "dict" | "generator";
}

export interface Await extends Span {
  readonly kind: "Await";
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly kind: "Yield";
}
