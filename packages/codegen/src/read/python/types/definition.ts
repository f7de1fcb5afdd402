import type { Location } from "../../../diagnostics/diagnostic.js";
import type { JsonSchemaObject } from "../../../signature.js";
import type { Constant } from "../constants/constant.js";
import type { PythonType } from "./python-type.js";

/**
 * A class or a named alias that gets an entry of its own in `$defs`. Two types are the same exactly if they share the
 * definition object.
 */
export interface Definition {
  /** The name as pydantic shortens it, `Box[int]`. */
  readonly shortName: string;
  /** With its module, `my_chain.Box[int]`. */
  readonly qualifiedName: string;
  /** What it consists of; read when first asked for, so that definitions may refer to each other. */
  readonly shape: () => Shape;
}

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
  /** `json_schema_extra`, laid over the schema last. */
  readonly extra: JsonSchemaObject;
  /** What a model serializer returns in place of the object. */
  readonly serializesAs: PythonType | undefined;
  /** Whether pydantic itself calls every field of an output required (a setting of the model). */
  readonly defaultsRequired: boolean;
  /** Whether its instances can be dumped without running code of the user's. */
  readonly constructible: boolean;
}

/** A `RootModel`: a name for another type. */
export interface RootShape {
  readonly kind: "root";
  readonly title: string;
  readonly description: string | undefined;
  readonly field: Field;
  readonly extra: JsonSchemaObject;
}

/** An enumeration, a type alias or another named schema. */
export interface TypeShape {
  readonly kind: "type";
  readonly type: PythonType;
}

/** A named tuple: a tuple whose items are named. */
export interface RowShape {
  readonly kind: "row";
  readonly fields: readonly Field[];
}

/** What stands for a field that is left out. */
export type FieldDefault =
  | { readonly kind: "required" }
  /** Made when asked for, or not known: the field is optional and its schema has no default. */
  | { readonly kind: "unknown" }
  | { readonly kind: "constant"; readonly value: Constant; readonly location: Location };

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
  /** `json_schema_extra`, laid over the field's schema last. */
  readonly extra: JsonSchemaObject;
  readonly default: FieldDefault;
  /** Whether no output has it, or not every output. */
  readonly excluded: "never" | "sometimes" | "always";
  /** What a serializer of the field gives out; its default then shows in no output. */
  readonly serializesAs?: PythonType;
}

/** A property that is computed for the output. */
export interface ComputedField {
  readonly name: string;
  readonly alias: string | undefined;
  readonly type: PythonType;
  readonly keywords: JsonSchemaObject;
}

/** A field, required, of which nothing is said but its type. */
export function bareField(name: string, type: PythonType): Field {
  return {
    name,
    validationAlias: undefined,
    serializationAlias: undefined,
    type,
    keywords: {},
    extra: {},
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
    extra: {},
    serializesAs: undefined,
    defaultsRequired: false,
    constructible: false,
  };
}
