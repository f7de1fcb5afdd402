import type { Location } from "../../../diagnostics/diagnostic.js";
import type { Difference, PythonType } from "../types/python-type.js";

/** The name of a known difference. */
export type DifferenceName =
  | "class"
  | "instance"
  | "strict"
  | "literalMember"
  | "literalBytes"
  | "enumValues"
  | "flag"
  | "key"
  | "unwritableKey"
  | "unhashable"
  | "secret"
  | "importString"
  | "pathAlias"
  | "byNameOnly"
  | "arrayDefault"
  | "refusedDefault"
  | "skippedNone"
  | "uncheckedInput"
  | "uncheckedOutput"
  | "errorOmitRequired"
  | "errorOmit"
  | "hidden"
  | "hiddenRequired"
  | "sentinel"
  | "initOnly"
  | "notInitialized"
  | "encoded"
  | "writtenInfinity"
  | "writtenMoment"
  | "bytesForm"
  | "formAround"
  | "mixture"
  | "raising"
  | "extra";

/** What is the same wherever a difference comes up: on which side it matters, what happens, and what to do. */
type DifferenceKind = Pick<Difference, "side" | "message" | "help">;

const onlyInstances =
  "the server accepts only the Python object itself, which JSON cannot carry, and refuses every value";

/**
 * Every known way in which a schema of pydantic's says other than the server does. Adding one is adding an entry, and
 * saying where it comes up: for a name in an annotation in `named-types.ts`, for anything else where it is read.
 */
const kinds: Readonly<Record<DifferenceName, DifferenceKind>> = {
  class: {
    side: "both",
    message: `The schema of a class accepts anything: ${onlyInstances}, and fails to answer with one`,
    help: "use a `Literal` of names and look the class up",
  },
  instance: {
    side: "input",
    message: `The schema of \`InstanceOf\` is that of its class: ${onlyInstances}`,
    help: "use the class itself",
  },
  strict: {
    side: "input",
    message: "The schema of a strict type is that of its JSON form: the server, if it is strict, refuses that",
    help: "remove `strict` here: JSON has no value of this type",
  },
  literalMember: {
    side: "input",
    message: "The schema of a `Literal` has the value of an enumeration's member: the server accepts only the member",
    help: "write the value itself into the `Literal`, or derive the enumeration from `str` or `int` as well",
  },
  literalBytes: {
    side: "input",
    message: "The schema of a `Literal` of bytes has a string: the server accepts only bytes, and refuses every string",
    help: "write a string into the `Literal`",
  },
  enumValues: {
    side: "input",
    message: "The schema of the enumeration has its values as JSON: the server does not find them among the members",
    help: "give the members strings or numbers as values",
  },
  flag: {
    side: "both",
    message: "The schema of the flags lists single members: the server also accepts and sends their combinations",
    help: "use `int`, or a list of the members of an `Enum`",
  },
  key: {
    side: "input",
    message:
      "The schema of the dictionary accepts any key: the server refuses every string that JSON has for a key of this type",
    help: "use keys of `str` or `int`, or a list of pairs",
  },
  unwritableKey: {
    side: "output",
    message: "The schema of the dictionary has strings as keys: the server fails to write keys of this type",
    help: "use keys of `str` or `int`, or a list of pairs",
  },
  unhashable: {
    side: "input",
    message:
      "The schema of the set has items: the server refuses each of them, because Python cannot put it into a set",
    help: "use a list",
  },
  secret: {
    side: "output",
    message: "The schema of the secret is that of its value: the server sends `**********` instead",
    help: "omit the secret from the output, or serialize it",
  },
  importString: {
    side: "output",
    message: "The schema of `ImportString` is a string: the server sends what was imported, if JSON has a form for it",
    help: "use `str`, and import where it is used",
  },
  pathAlias: {
    side: "input",
    message:
      "The schema has the name of the field: the server looks for its `AliasPath`, and refuses a value by that name",
    help: "use a model for what the path leads through, or accept names with `validate_by_name`",
  },
  byNameOnly: {
    side: "input",
    message: "The schema has the alias of the field: the server, because of `validate_by_alias=False`, needs its name",
    help: "accept aliases, or remove this one",
  },
  arrayDefault: {
    side: "output",
    message: "The schema lets the array be `None` by default: the server fails to write that, and does not answer",
    help: "say that it may be `None`: `NumpyArrayField | None`",
  },
  refusedDefault: {
    side: "input",
    message: "The schema lets this field be omitted: the server validates its default `None`, and refuses it",
    help: "say that it may be `None`, or remove the default",
  },
  skippedNone: {
    side: "output",
    message: "The schema of the field is what its serializer returns: the server sends null where the value is `None`",
    help: "let the serializer accept `None`, or remove the default of the field",
  },
  uncheckedInput: {
    side: "input",
    message: "The schema accepts anything in place of a plain validator: what that refuses is not known",
    help: "give it a `json_schema_input_type`",
  },
  uncheckedOutput: {
    side: "output",
    message: "The schema has the annotated type: what the plain validator returns instead is not known",
    help: "annotate what the validator returns",
  },
  errorOmitRequired: {
    side: "input",
    message: "The schema lets a field of `OnErrorOmit` be omitted: the server refuses that",
    help: "give it a default",
  },
  errorOmit: {
    side: "output",
    message: "The schema has the field in every answer: the server omits it where `OnErrorOmit` dropped its value",
    help: "use `OnErrorOmit` for the items of a list",
  },
  hidden: {
    side: "output",
    message: "The schema does not have what `SkipJsonSchema` hides: the server may send it",
    help: "remove `SkipJsonSchema`",
  },
  hiddenRequired: {
    side: "input",
    message: "The schema does not have the field that `SkipJsonSchema` hides: the server refuses an input without it",
    help: "give it a default",
  },
  sentinel: {
    side: "output",
    message: "The schema has the field in every answer: the server omits it where it is `MISSING`",
    help: "use `None`",
  },
  initOnly: {
    side: "output",
    message: "The schema has what is only for the initializer: the server does not send it",
    help: "make it a field, or omit it from the output",
  },
  notInitialized: {
    side: "input",
    message: "The schema accepts a field with `init=False`: the server ignores what is given for it",
    help: "remove `init=False`, or the field from the input",
  },
  encoded: {
    side: "output",
    message: "The schema does not have what `json_encoders` turn a value into: the server sends that",
    help: "use `PlainSerializer` or `field_serializer`, and annotate what it returns",
  },
  writtenInfinity: {
    side: "output",
    message: "The schema has numbers: the server, because of `ser_json_inf_nan`, writes NaN and infinity as words",
    help: "remove `ser_json_inf_nan`: these then come as null",
  },
  writtenMoment: {
    side: "output",
    message: "The schema has a string: the server, because of `ser_json_temporal`, sends a number",
    help: "remove `ser_json_temporal`, or serialize the field",
  },
  bytesForm: {
    side: "input",
    message:
      "The schema has bytes as they are sent: the server, because of `val_json_bytes`, accepts them in another form",
    help: "set `val_json_bytes` to the value of `ser_json_bytes`",
  },
  formAround: {
    side: "both",
    message:
      "The schema has bytes and durations as if nothing were set: the server uses the settings of the model around this class",
    help: "give the class a `__pydantic_config__` of its own, or make it a model",
  },
  mixture: {
    side: "both",
    message:
      "The schema has this class by the settings of each model that it stands in: the server may, depending on pydantic's version, use one of these forms for all",
    help: "give the class a `__pydantic_config__` of its own, or make it a model",
  },
  raising: {
    side: "input",
    message:
      "The schema has several types: the server fails at a value of another one, because this one raises a TypeError",
    help: "use models with a discriminator, or arguments of their own",
  },
  extra: {
    side: "both",
    message: "The schema has the type that `json_schema_extra` says: the server goes by the annotation alone",
    help: "annotate that type, or say nothing of types in `json_schema_extra`",
  },
};

/** When a difference comes up, where that is not always. */
type Conditions = Pick<Difference, "holds" | "holdsOver" | "holdsAmong">;

/** A known difference that comes up somewhere. */
export function differenceOf(name: DifferenceName, location: Location, conditions: Conditions = {}): Difference {
  return { ...kinds[name], location, ...conditions };
}

/** Says of a type that its schema says other than the server does. */
export function differing(
  inner: PythonType,
  name: DifferenceName,
  location: Location,
  conditions: Conditions = {},
): PythonType {
  return { kind: "described", inner, keywords: {}, difference: differenceOf(name, location, conditions) };
}
