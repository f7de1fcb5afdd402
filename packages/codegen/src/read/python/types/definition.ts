import type { JsonSchemaObject } from "../../../signature.js";
import type { Constant } from "../constants/constant.js";
import type { Difference, PythonType } from "./python-type.js";

/**
 * A class or a named alias that gets an entry of its own in `$defs`. Two types are the same exactly if they share the
 * definition object.
 */
export interface Definition {
  /** What it has in common with the other definitions of the same class and arguments, where settings tell them apart. */
  readonly declared: string;
  /** The name as pydantic shortens it, `Box[int]`. */
  readonly shortName: string;
  /** With its module, `my_chain.Box[int]`. */
  readonly qualifiedName: string;
  /** What the server may do where this class has several forms, for the settings of the models that it stands in. */
  readonly mixture?: Difference;
  /** What it consists of; read when first asked for, so that definitions may refer to each other. */
  readonly shape: () => Shape;
}

/** `json_schema_extra`: what is laid over a schema last. */
export interface Extra {
  readonly keywords: JsonSchemaObject;
  /** What the server does otherwise, where the keywords change the type. */
  readonly difference: Difference | undefined;
}

/** No `json_schema_extra`. */
export const noExtra: Extra = { keywords: {}, difference: undefined };

/** What a definition consists of. */
export type Shape = ObjectShape | RootShape | TypeShape | RowShape;

/** A class with fields that is an object in JSON. */
export interface ObjectShape {
  readonly kind: "object";
  readonly title: string;
  readonly description: string | undefined;
  readonly fields: readonly Field[];
  readonly computed: readonly ComputedField[];
  /** What further keys may hold; left out where the schema does not say. */
  readonly additional: boolean | PythonType | undefined;
  readonly extra: Extra;
  /** What a model serializer returns in place of the object. */
  readonly serializesAs: PythonType | undefined;
  /** Whether pydantic itself calls every field of an output required (a setting of the model). */
  readonly defaultsRequired: boolean;
  readonly serializesByAlias: AliasSetting;
  /** How its instances are made; `undefined` where code of the user's has a say in that, or in how they are written. */
  readonly construction: Construction | undefined;
}

/** How instances of a class are made of constants. */
export interface Construction {
  /** Whether values are validated. A dataclass of the standard library takes any. */
  readonly validates: boolean;
  /** The names of the fields that take arguments by position, in order. */
  readonly positional: readonly string[];
  /** Whether a field with an alias can be given by its name, too. */
  readonly acceptsNames: boolean;
  /** Whether texts are stripped, or changed in case, when they are validated. */
  readonly rewritesTexts: boolean;
  /** Whether its instances are dictionaries, as those of a `TypedDict` are. */
  readonly isDictionary: boolean;
}

/** A `RootModel`: a name for another type. */
export interface RootShape {
  readonly kind: "root";
  readonly title: string;
  readonly description: string | undefined;
  readonly field: Field;
  readonly extra: Extra;
  readonly serializesByAlias: AliasSetting;
  /** How its instances are made; `undefined` where code of the user's has a say in that, or in how they are written. */
  readonly construction: Construction | undefined;
}

/**
 * Whether a class is written with its aliases where its user asks for neither: as it says itself, or as the class says
 * that it is written within.
 */
export type AliasSetting = boolean | "inherited";

/** An enumeration, a type alias or another named schema. */
export interface TypeShape {
  readonly kind: "type";
  readonly type: PythonType;
  /** Whether it is an enumeration whose members are texts or whole numbers themselves: `class Mode(str, Enum)`. */
  readonly hasScalarMembers?: boolean;
}

/** A named tuple: a tuple whose items are named. */
export interface RowShape {
  readonly kind: "row";
  readonly fields: readonly Field[];
  /** How its instances are made; `undefined` where code of the user's has a say in that. */
  readonly construction: Construction | undefined;
}

/** What stands for a field that is left out. */
export type FieldDefault =
  | { readonly kind: "required" }
  /** Not known, or nothing that JSON has a form for: the field is optional and its schema has no default. */
  | { readonly kind: "unknown" }
  /** Made anew each time: the schema has no default, and an instance has the value, where it is known. */
  | { readonly kind: "made"; readonly value: Constant | undefined }
  | {
      readonly kind: "constant";
      readonly value: Constant;
      /** Reports that what the default is written as is not known after all, and that it is left out. */
      readonly reportLoss: () => void;
    };

/** A field of a class, or an argument of a function. */
export interface Field {
  readonly name: string;
  /** Its key on the way in; the name where there is none. */
  readonly validationAlias: string | undefined;
  /** Its key on the way out, by alias. */
  readonly serializationAlias: string | undefined;
  readonly type: PythonType;
  /** Title, description, examples and their like. */
  readonly keywords: JsonSchemaObject;
  readonly extra: Extra;
  readonly default: FieldDefault;
  /** Whether no output has it, or not every output. */
  readonly excluded: "never" | "sometimes" | "always";
  /** Whether its default is validated like a value that is given. */
  readonly validatesDefault?: boolean;
  /** Whether it can be given by more keys than its alias. */
  readonly hasOtherAliases?: boolean;
  /** What a serializer of the field gives out; its default then shows in no output. */
  readonly serializesAs?: PythonType;
}

/** A property that is computed for the output. */
export interface ComputedField {
  readonly name: string;
  readonly alias: string | undefined;
  readonly type: PythonType;
  readonly keywords: JsonSchemaObject;
  readonly extra: Extra;
}

/** A field, required, of which nothing is said but its type. */
export function bareField(name: string, type: PythonType): Field {
  return {
    name,
    validationAlias: undefined,
    serializationAlias: undefined,
    type,
    keywords: {},
    extra: noExtra,
    default: { kind: "required" },
    excluded: "never",
  };
}

/** An object of which nothing is said but its title and its fields. */
export function bareObject(title: string, fields: readonly Field[]): ObjectShape {
  return {
    kind: "object",
    title,
    description: undefined,
    fields,
    computed: [],
    additional: undefined,
    extra: noExtra,
    serializesAs: undefined,
    defaultsRequired: false,
    serializesByAlias: false,
    construction: undefined,
  };
}
