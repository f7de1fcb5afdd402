const objectKeywords = ["properties", "required", "additionalProperties", "patternProperties", "propertyNames"];
const arrayKeywords = ["items", "prefixItems"];

/** The types that the keywords of a schema are about. Where it says no type, one of these is meant. */
export function impliedTypes(schema: object): readonly ("object" | "array")[] {
  const hasOne = (keywords: readonly string[]): boolean => keywords.some((keyword) => Object.hasOwn(schema, keyword));
  return [
    ...(hasOne(objectKeywords) ? (["object"] as const) : []),
    ...(hasOne(arrayKeywords) ? (["array"] as const) : []),
  ];
}
