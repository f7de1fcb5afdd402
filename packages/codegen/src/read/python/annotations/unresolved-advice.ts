import { similarName } from "../../../similar-name.js";
import type { Context } from "../context.js";
import type { ExternalName } from "../names/resolve.js";
import { introspecting } from "./introspecting.js";

const arrays = "use `NumpyArrayField` of `truss_chains.pydantic_numpy`, or a list of floats";
const tables = "use a list of models";
const images = "use `bytes`, or `NumpyArrayField` of `truss_chains.pydantic_numpy`";

/** What to use in place of the types of well-known libraries, which are nobody's own modules, by the library's name. */
const replacements: ReadonlyMap<string, string> = new Map([
  ...["numpy", "torch", "jax", "tensorflow"].map((library) => [library, arrays] as const),
  ...["pandas", "polars"].map((library) => [library, tables] as const),
  ...["PIL", "cv2"].map((library) => [library, images] as const),
]);

/** What to do about a type that cannot be resolved. */
export function adviceFor({ name, imported }: ExternalName, context: Context): string {
  const saying = sayingWhat(name, context);
  const replacement = replacements.get(name.split(".")[0] ?? name);
  if (replacement !== undefined) return introspecting(`${replacement}, ${saying}`);
  const program = imported?.enclosing.module.program;
  const nearby = imported && program?.adviceIfNearby(imported.statement);
  if (nearby !== undefined) return nearby;
  const advice = imported === undefined ? "" : `; ${program?.adviceFor(imported.statement) ?? ""}`;
  return introspecting(`use a pydantic model or a type that pydantic knows, ${saying}${advice}`);
}

/** That `--types` may say what a type is, under which key, and which of those that are there may have been meant for it. */
export function sayingWhat(name: string, { reader }: Context): string {
  if (name.startsWith(".")) return "or say with `--types` what it is";
  const other =
    [...reader.givenTypes.keys()].find((key) => lastName(key) === lastName(name)) ?? similarKey(name, reader);
  const instead = other === undefined ? "" : `, not ${JSON.stringify(other)}`;
  return `or say with \`--types\` what it is, by the key ${JSON.stringify(name)}${instead}`;
}

function similarKey(name: string, { givenTypes }: Context["reader"]): string | undefined {
  return similarName(name, givenTypes.keys());
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}
