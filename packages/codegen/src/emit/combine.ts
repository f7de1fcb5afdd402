const name = "Combination";
const declaration = `export type ${name} = `;

/**
 * The type that is all of some types at once, as json-schema-to-typescript says it.
 *
 * It takes keywords of a schema as instructions and opens references, so that it gets no schema of anyone's: only the
 * texts of types that are planned already.
 */
export async function combine(members: readonly string[]): Promise<string> {
  const { compile } = await import("json-schema-to-typescript");
  const schema = { allOf: members.map((tsType) => ({ tsType })) };
  const text = await compile(schema, name, {
    $refOptions: { resolve: { http: false, file: false } },
    additionalProperties: false,
    bannerComment: "",
    format: false,
  });
  if (!text.startsWith(declaration)) throw new Error(`A combination came out as something else: ${text}`);
  return text.slice(declaration.length).trim();
}
