import type { Documentation } from "../../plan/documentation/documentation.js";
import { commentLines } from "../comment/comment-lines.js";
import { type Doc, hardline } from "./doc.js";

/** Documentation above what it is about, or nothing. */
export function documented(documentation: Documentation, doc: Doc, example?: string): Doc {
  return [...commentLines(documentation, example).map((line): Doc => [line, hardline]), doc];
}
