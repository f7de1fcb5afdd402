import type { FunctionDef } from "./nodes.js";

/** The text of a function's body, as it is written. */
export function bodyText({ bodySpan, moduleText }: FunctionDef): string {
  return moduleText.slice(bodySpan.start, bodySpan.end);
}
