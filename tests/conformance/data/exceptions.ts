/**
 * Features of which pydantic itself says one thing in its schema and does another, or of whose schema no value can be
 * drawn: by their numbers in the recorded cases, with the reason. Programs are made without them.
 */
export const unusableFeatures: ReadonlyMap<number, string> = new Map([
  [10, "complex: as the server validates, a text is refused, which is all that the schema allows"],
  [41, "type[int]: no value of JSON is a class"],
  [456, "typing.Type[int]: no value of JSON is a class"],
  [73, "a Literal of a plain enum's member: as the server validates, only the member itself is taken"],
  [255, "a tag that is a plain enum's member: likewise"],
  [88, "an IntFlag: what combines members is taken too, and the schema lists the members alone"],
  [89, "an enum of tuples: as the server validates, a list is no tuple"],
  [138, "a dict whose keys are tuples: no text is one"],
  [295, "StrictBytes: as the server validates, a text is refused, which is all that the schema allows"],
  [247, "AliasPath: the schema names the field, and the validator looks for the path"],
  [330, "validate_by_alias=False: the schema names the alias, and the validator looks for the field"],
  [305, "OnErrorOmit of a field: it counts as missing"],
  [258, "a discriminator that is a function: it is the user's, and takes every value for one of the members"],
  [353, "a validator of the user's takes everything in place of the type, and gives it back"],
  [354, "a validator of the user's refuses what its `json_schema_input_type` allows"],
  [358, "a validator of the user's refuses what its `json_schema_input_type` allows"],
  [360, "a validator of the user's raises a TypeError, which pydantic lets through"],
  [364, "a serializer of the user's does not say what it gives"],
  [367, "a serializer of the user's does not say what it gives"],
  [368, "a serializer that leaves None alone: the schema has its type and no null"],
  [307, "Secret of what is no text: stars are answered, and the schema has the type of the secret"],
  [477, "a serializer of the user's gives another type than it says"],
  [106, "Iterable: items are validated when the chain asks for them, and TypeScript looks at all"],
  [109, "Generator: items are validated when the chain asks for them, and TypeScript looks at all"],
  [375, "SkipJsonSchema: hides from the schema what is taken"],
  [40, "ImportString: whatever is no text is taken as it is"],
  [490, "ImportString: what is imported is answered, be it no text"],
  [312, "SkipValidation: nothing is refused, and TypeScript goes by the annotation"],
  [240, "a user's own keyword makes the schema invalid"],
  [373, "a user's own keyword makes the schema invalid"],
  [344, "a pattern that looks ahead: no text is drawn for it"],
]);

/** Chains that are left out, with the reason. */
export const unusableChains: ReadonlyMap<string, string> = new Map([
  ["scalar-types/chain.py", "complex: as the server validates, a text is refused, which is all that the schema allows"],
  ["scalars_chain.py, Scalars", "likewise"],
  ["validated-models/chain.py", "validators of the user's refuse most numbers"],
  [
    "hostile-docstrings/chain.py",
    "a key `constructor` that may be left out: to TypeScript every object literal has one, of another type",
  ],
]);
