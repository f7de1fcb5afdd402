/**
 * Features of which pydantic itself says one thing in its schema and does another, or of whose schema no value can be
 * drawn: by their numbers in the recorded cases, with the reason. Programs are made without them.
 */
export const unusableFeatures: ReadonlyMap<number, string> = new Map([
  [258, "a discriminator that is a function: it is the user's, and takes every value for one of the members"],
  [358, "a validator of the user's refuses what its `json_schema_input_type` allows"],
  [477, "a serializer of the user's gives another type than it says"],
  [106, "Iterable: items are validated when the chain asks for them, and TypeScript looks at all"],
  [109, "Generator: items are validated when the chain asks for them, and TypeScript looks at all"],
  [312, "SkipValidation: nothing is refused, and TypeScript goes by the annotation"],
  [344, "a pattern that looks ahead: no text is drawn for it"],
]);

/**
 * Features that a warning is given for though nothing goes wrong with the values that are drawn here, with the reason.
 * They are no exceptions: programs have them.
 */
export const unseenDifferences: ReadonlyMap<number, string> = new Map([
  [296, "SecretStr: stars are a text, too"],
  [297, "SecretBytes: likewise"],
  [341, "ser_json_inf_nan: neither NaN nor infinity is drawn"],
  [429, "bytes that are taken in another form than they are sent: any text is bytes"],
  [430, "likewise"],
  [470, "likewise"],
  [491, "likewise"],
  [370, "a serializer that does not say what it gives, and changes nothing"],
  [487, "flags: what combines members is not drawn"],
  [488, "likewise"],
]);

/** Chains of which few values are accepted, with the reason: more are drawn. */
export const rarelyAccepted: ReadonlyMap<string, string> = new Map([
  ["the program of seed 45", "a union begins with `NumpyArrayField`, which raises an error of its own (TC242)"],
]);

/** Chains that are left out, with the reason. */
export const unusableChains: ReadonlyMap<string, string> = new Map([
  ["validated-models/chain.py", "validators of the user's refuse most numbers"],
  [
    "hostile-docstrings/chain.py",
    "a key `constructor` that may be left out: to TypeScript every object literal has one, of another type",
  ],
]);
