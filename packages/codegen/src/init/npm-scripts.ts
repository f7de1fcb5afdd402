import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { setFields } from "../package/set-fields.js";
import { isJsonObject, ownValue } from "../read/json/is-object.js";
import type { JsonFile } from "../read/json/json-file.js";
import type { JsonValue } from "../signature.js";

/** The scripts that `init` adds, by name. */
const scripts: Readonly<Record<string, string>> = {
  generate: "typed-chains generate",
  "generate:check": "typed-chains generate --check",
};

/** What is wrong with a package.json, if anything keeps scripts from being added to it. */
export function scriptsProblem(json: JsonFile): Diagnostic | undefined {
  const { value, file } = json;
  if (!isJsonObject(value)) {
    return error("TC411", `${file} is not an object`, { location: json.locate([]), help: "fix the file" });
  }
  const present = ownValue(value, "scripts");
  if (present === undefined || isJsonObject(present)) return undefined;
  const location = json.locate(["scripts"]);
  return error("TC411", `${file} has \`scripts\` that are not an object`, { location, help: "fix the field" });
}

/** The scripts of ours whose names the user has for others: these stay. */
export function keptScripts(packageJson: JsonValue): readonly string[] {
  const present = ownValue(packageJson, "scripts");
  return Object.keys(scripts).filter((name) => ![undefined, scripts[name]].includes(textOf(ownValue(present, name))));
}

/** Adds the scripts that are missing to the text of a package.json, all else staying to the letter. */
export function addScripts(text: string, packageJson: JsonValue): string {
  const kept = keptScripts(packageJson);
  const fields = Object.entries(scripts).filter(([name]) => !kept.includes(name));
  return setFields(
    text,
    fields.map(([name, value]) => ({ path: ["scripts", name], value })),
  );
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}
