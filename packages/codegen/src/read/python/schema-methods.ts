/** Whether a method makes a schema by code. */
export function isSchemaMethod(name: string): boolean {
  return name === "__get_pydantic_json_schema__" || name === "__get_pydantic_core_schema__";
}
