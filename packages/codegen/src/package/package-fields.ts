import { ownValue } from "../read/json/is-object.js";
import type { JsonValue } from "../signature.js";
import type { PackageSettings } from "./package-settings.js";
import { nodeRange, rangeOfRuntime, runtimeName } from "./runtime-dependency.js";
import type { Field } from "./set-fields.js";
import { compiledFolder, exportsOf, signatureFolder } from "./subpaths.js";

const initialVersion = "0.1.0";

/**
 * The fields that are set in a package.json, in the order of a new one. Some are ours: the generated code needs them as
 * they are. The others are what a package starts with, and stay what the user makes of them.
 */
export function packageFields(
  { name, version = initialVersion, registry, access }: PackageSettings,
  fileNames: readonly string[],
  present: JsonValue,
): readonly Field[] {
  const initially = (key: string, value: JsonValue): Field => field([key], ownValue(present, key) ?? value);
  return [
    field(["name"], name),
    initially("version", version),
    field(["type"], "module"),
    initially("sideEffects", false),
    initially("engines", { node: nodeRange }),
    field(["exports"], exportsOf(fileNames, ownValue(present, "exports"))),
    field(["types"], `./${compiledFolder}/index.d.ts`),
    field(["files"], filesOf(ownValue(present, "files"))),
    ...(registry === undefined ? [] : [field(["publishConfig", "registry"], registry)]),
    ...(access === undefined ? [] : [field(["publishConfig", "access"], access)]),
    ...dependencyOf(present),
  ];
}

function field(path: readonly string[], value: JsonValue): Field {
  return { path, value };
}

/** The user may publish more files, or say it in another way. */
function filesOf(present: JsonValue | undefined): JsonValue {
  const files = Array.isArray(present) ? present : [];
  const missing = [compiledFolder, signatureFolder].filter((folder) => !files.some((file) => isFolder(file, folder)));
  return [...files, ...missing];
}

function isFolder(file: JsonValue, folder: string): boolean {
  const [, named] = typeof file === "string" ? (/^\.?\/?(\w+)(?:\/|\/\*\*|\/\*\*\/\*)?$/.exec(file) ?? []) : [];
  return named === folder;
}

/** The user may have made the runtime a peer of the package instead. */
function dependencyOf(present: JsonValue): readonly Field[] {
  if (ownValue(ownValue(present, "peerDependencies"), runtimeName) !== undefined) return [];
  const range = ownValue(ownValue(present, "dependencies"), runtimeName);
  return [field(["dependencies", runtimeName], rangeOfRuntime(typeof range === "string" ? range : undefined))];
}
