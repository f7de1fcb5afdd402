/** Modules whose names are also, and better, known under another module. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^typing_extensions\./, "typing."],
  [
    /^pydantic\.(main|fields|types|networks|config|root_model|functional_validators|functional_serializers|aliases)\./,
    "pydantic.",
  ],
  [/^truss_chains\.(public_api|public_types|framework|definitions)\./, "truss_chains."],
];

/** The one name under which a thing from a library is known here, wherever it was imported from. */
export function canonicalName(qualifiedName: string): string {
  for (const [pattern, module] of synonyms) {
    if (pattern.test(qualifiedName)) return qualifiedName.replace(pattern, module);
  }
  return qualifiedName;
}
