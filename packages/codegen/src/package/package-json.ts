import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { isJsonObject, ownValue } from "../read/json/is-object.js";
import { type JsonFile, type JsonPath, parseJsonFile } from "../read/json/json-file.js";
import { packageFields } from "./package-fields.js";
import { isPackageVersion } from "./package-problems.js";
import type { PackageSettings } from "./package-settings.js";
import { setFields } from "./set-fields.js";

/** An existing package.json. */
export interface PresentPackageJson {
  /** As the user would write it: problems name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The text of a package.json, or why there can be none. */
export type PackageJsonResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

const byteOrderMark = "\ufeff";

/**
 * The package.json of a package. It belongs to the user as much as to us: only what the generated code needs is brought
 * up to date, what a package starts with is added where it is missing, and all else stays to the letter.
 */
export function packageJson(
  settings: PackageSettings,
  fileNames: readonly string[],
  { path, bytes }: PresentPackageJson = { path: "package.json", bytes: new TextEncoder().encode("{}\n") },
): PackageJsonResult {
  const reading = parseJsonFile(path, bytes);
  if (!reading.ok) return reading;
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : "";
  const text = whole.slice(mark.length);
  const diagnostic = problemOf(reading.json, settings);
  if (diagnostic !== undefined) return { ok: false, diagnostic };
  return { ok: true, text: mark + setFields(text, packageFields(settings, fileNames, reading.json.value)) };
}

/** What keeps a package.json from being brought up to date, if anything. */
function problemOf(json: JsonFile, { name }: PackageSettings): Diagnostic | undefined {
  const { file, value } = json;
  const problem = (message: string, path: JsonPath, help: string): Diagnostic =>
    error("TC410", `${file} ${message}`, { location: json.locate(path), help });
  if (!isJsonObject(value)) return problem("is not an object", [], "fix the file, or remove it");
  const other = ownValue(value, "name");
  if (other !== undefined && other !== name) {
    const help = `give another folder, or rename the package there to ${JSON.stringify(name)}`;
    return problem(`belongs to another package, ${JSON.stringify(other)}`, ["name"], help);
  }
  const version = ownValue(value, "version");
  if (version !== undefined && !(typeof version === "string" && isPackageVersion(version))) {
    const help = "write one that can be published, such as 1.0.0";
    return problem(`has the version ${JSON.stringify(version)}, which is not a version`, ["version"], help);
  }
  const wrong = ["dependencies", "publishConfig"].find(
    (key) => Object.hasOwn(value, key) && !isJsonObject(ownValue(value, key)),
  );
  return wrong === undefined ? undefined : problem(`has \`${wrong}\` that is not an object`, [wrong], "fix the field");
}
