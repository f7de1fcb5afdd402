/** What the bench reads of a signature document. */
export interface Signature {
  readonly name: string;
  readonly input: Schema;
  readonly output: Schema;
}

type Schema = Readonly<Record<string, unknown>>;

/** The chain as an OpenAPI document: one operation, with the same schemas. */
export function openApiOf({ name, input, output }: Signature): unknown {
  const { $defs: inputModels = {}, ...argumentsOf } = referring(input);
  const { $defs: outputModels = {}, ...result } = referring(output);
  const content = (model: string): object => {
    return { "application/json": { schema: { $ref: `#/components/schemas/${model}` } } };
  };
  const operation = {
    operationId: "runRemote",
    requestBody: { required: true, content: content(`${name}Input`) },
    responses: { 200: { description: "The result.", content: content(`${name}Output`) } },
  };
  const schemas = { ...inputModels, ...outputModels, [`${name}Input`]: argumentsOf, [`${name}Output`]: result };
  return {
    openapi: "3.1.0",
    info: { title: name, version: "1.0.0" },
    paths: { "/run_remote": { post: operation } },
    components: { schemas },
  };
}

/** A schema whose models are looked up where OpenAPI has them. */
function referring(schema: Schema): Schema & { readonly $defs?: object } {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;
}
