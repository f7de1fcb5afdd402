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
  | "raising"
  | "extra";

/** What is the same wherever a difference comes up: on which side it matters, what happens, and what to do. */
type DifferenceKind = Pick<Difference, "side" | "message" | "help">;

const onlyInstances =
  "the server takes only the Python object itself, which JSON cannot carry, and refuses every value";

/**
 * Every known way in which a schema of pydantic's says other than the server does. Adding one is adding an entry, and
 * saying where it comes up: for a name in an annotation in `named-types.ts`, for anything else where it is read.
 */
const kinds: Readonly<Record<DifferenceName, DifferenceKind>> = {
  class: {
    side: "both",
    message: `The schema of a class takes anything: ${onlyInstances}, and fails to answer with one`,
    help: "use a `Literal` of names and look the class up",
  },
  instance: {
    side: "input",
    message: `The schema of \`InstanceOf\` is that of its class: ${onlyInstances}`,
    help: "use the class itself",
  },
  strict: {
    side: "input",
    message: "The schema of a strict type says how it is written as JSON: the server, where it is strict, refuses that",
    help: "do without `strict` here: JSON has no value of this type",
  },
  literalMember: {
    side: "input",
    message: "The schema of a `Literal` has the value of an enumeration's member: the server takes only the member",
    help: "write the value itself into the `Literal`, or derive the enumeration from `str` or `int` as well",
  },
  literalBytes: {
    side: "input",
    message: "The schema of a `Literal` of bytes has a text: the server takes only bytes, and refuses every text",
    help: "write a text into the `Literal`",
  },
  enumValues: {
    side: "input",
    message: "The schema of the enumeration has its values as JSON: the server does not find them among the members",
    help: "give the members texts or numbers for values",
  },
  flag: {
    side: "both",
    message: "The schema of the flags lists single members: the server takes and sends their combinations, too",
    help: "use `int`, or a list of the members of an `Enum`",
  },
  key: {
    side: "input",
    message:
      "The schema of the dictionary takes any key: the server refuses every text that JSON has for a key of this type",
    help: "use keys of `str` or `int`, or a list of pairs",
  },
  unwritableKey: {
    side: "output",
    message: "The schema of the dictionary has texts for keys: the server fails to write keys of this type",
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
    message: "The schema of the secret is that of its value: the server sends `**********` in place of it",
    help: "leave the secret out of the output, or serialize it",
  },
  importString: {
    side: "output",
    message: "The schema of `ImportString` is a text: the server sends what was imported, where JSON has a form for it",
    help: "use `str`, and import where it is used",
  },
  pathAlias: {
    side: "input",
    message:
      "The schema has the name of the field: the server looks for its `AliasPath`, and refuses a value by that name",
    help: "use a model of what the path leads through, or accept names with `validate_by_name`",
  },
  byNameOnly: {
    side: "input",
    message: "The schema has the alias of the field: the server, by `validate_by_alias=False`, wants its name",
    help: "accept aliases, or do without this one",
  },
  arrayDefault: {
    side: "output",
    message: "The schema lets the array be `None` by default: the server fails to write that, and answers nothing",
    help: "say that it may be `None`: `NumpyArrayField | None`",
  },
  refusedDefault: {
    side: "input",
    message: "The schema lets this field be left out: the server validates its default `None`, and refuses it",
    help: "say that it may be `None`, or do without the default",
  },
  skippedNone: {
    side: "output",
    message: "The schema of the field is what its serializer returns: the server sends null where the value is `None`",
    help: "let the serializer take `None`, or do without the default of the field",
  },
  uncheckedInput: {
    side: "input",
    message: "The schema takes anything in place of a plain validator: what it refuses is not known",
    help: "give it a `json_schema_input_type`",
  },
  uncheckedOutput: {
    side: "output",
    message: "The schema has the type that is annotated: what the plain validator returns in place of it is not known",
    help: "annotate what the validator returns",
  },
  errorOmitRequired: {
    side: "input",
    message: "The schema lets a field of `OnErrorOmit` be left out: the server refuses that",
    help: "give it a default",
  },
  errorOmit: {
    side: "output",
    message:
      "The schema has the field in every answer: the server leaves it out where `OnErrorOmit` left its value out",
    help: "use `OnErrorOmit` for the items of a list",
  },
  hidden: {
    side: "output",
    message: "The schema does not have what `SkipJsonSchema` hides: the server may send it",
    help: "do without `SkipJsonSchema`",
  },
  hiddenRequired: {
    side: "input",
    message: "The schema does not have the field that `SkipJsonSchema` hides: the server refuses an input without it",
    help: "give it a default",
  },
  sentinel: {
    side: "output",
    message: "The schema has the field in every answer: the server leaves it out where it is `MISSING`",
    help: "use `None`",
  },
  initOnly: {
    side: "output",
    message: "The schema has what is only for the initializer: the server does not send it",
    help: "make it a field, or leave it out of the output",
  },
  notInitialized: {
    side: "input",
    message: "The schema takes a field with `init=False`: the server ignores what is given for it",
    help: "do without `init=False`, or without the field in the input",
  },
  encoded: {
    side: "output",
    message: "The schema does not have what `json_encoders` make of a value: the server sends that",
    help: "use `PlainSerializer` or `field_serializer`, and annotate what it returns",
  },
  writtenInfinity: {
    side: "output",
    message: "The schema has numbers: the server, by `ser_json_inf_nan`, writes NaN and infinity as words",
    help: "do without `ser_json_inf_nan`: these come as null then",
  },
  writtenMoment: {
    side: "output",
    message: "The schema has a text: the server, by `ser_json_temporal`, sends a number",
    help: "do without `ser_json_temporal`, or serialize the field",
  },
  bytesForm: {
    side: "input",
    message: "The schema has bytes as they are sent: the server, by `val_json_bytes`, takes them in another form",
    help: "set `val_json_bytes` to what `ser_json_bytes` is",
  },
  formAround: {
    side: "both",
    message:
      "The schema has bytes and durations as if nothing was set: the server goes by the settings of the model around this class",
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
