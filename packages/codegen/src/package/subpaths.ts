import { isJsonObject } from "../read/json/is-object.js";
import type { JsonValue } from "../signature.js";

/** The folder of what is compiled, inside the package. */
export const compiledFolder = "dist";

/** The folder of the chains' signature documents. */
export const signatureFolder = "signature";

const signaturePaths = `./${signatureFolder}/*.json`;

/**
 * The `exports` of a package: the index, each module by its own path, so that models can be imported, the signature
 * documents, and then what the user has added. Modules that are gone are left out.
 */
export function exportsOf(fileNames: readonly string[], present: JsonValue | undefined): JsonValue {
  const ours: ReadonlyMap<string, JsonValue> = new Map([
    [".", targetOf("index")],
    ...fileNames.map((name): [string, JsonValue] => [`./${name}`, targetOf(name)]),
    [signaturePaths, signaturePaths],
    ["./package.json", "./package.json"],
  ]);
  const theirs = Object.entries(subpathsOf(present)).filter(
    ([path, target]) => !ours.has(path) && !isOurs(path, target),
  );
  return Object.fromEntries([...ours, ...theirs]);
}

/** What a subpath leads to. A compiler takes the first condition that it knows: that has to be the types. */
function targetOf(name: string): JsonValue {
  return { types: `./${compiledFolder}/${name}.d.ts`, default: `./${compiledFolder}/${name}.js` };
}

/** Whether an earlier run wrote it: nobody has another reason to write one that is just so. */
function isOurs(path: string, target: JsonValue): boolean {
  return JSON.stringify(target) === JSON.stringify(targetOf(path.slice("./".length)));
}

/** `exports` may also be one target alone, as a text or as conditions: it gives way to the index. */
function subpathsOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return isJsonObject(value) && Object.keys(value).every((key) => key.startsWith(".")) ? value : {};
}
