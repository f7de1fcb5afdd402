import { similarName } from "../../similar-name.js";
import { keywords } from "./keywords.js";

/** What OpenAPI adds: near a keyword of JSON Schema, and no slip of the pen. */
const neighbours: ReadonlySet<string> = new Set(["example"]);

/** The keyword that a name which is none looks like: `typ`, `itmes`, `minlength`, `propertys`. */
export function similarKeyword(name: string): string | undefined {
  return neighbours.has(name) ? undefined : similarName(name, keywords.keys());
}
