import type { Context } from "../context.js";
import { type PythonType, plain } from "../types/python-type.js";

/** What the user says of a type, by its qualified name; `undefined` where nothing is said. */
export function givenType(qualifiedName: string, context: Context): PythonType | undefined {
  const schema = context.reader.givenTypes.get(qualifiedName);
  return schema && plain(schema);
}
