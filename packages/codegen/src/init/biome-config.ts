import { applyEdits, findNodeAtLocation, type JSONPath, modify, type ParseError, parse, parseTree } from "jsonc-parser";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { formattingOf } from "../package/set-fields.js";
import { isJsonObject, ownValue } from "../read/json/is-object.js";
import type { JsonValue } from "../signature.js";
import { asPattern } from "./edit-text.js";

/** What is wrong with a config of Biome, if anything keeps it from being edited. */
export function biomeProblem(file: string, text: string): Diagnostic | undefined {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true }) as JsonValue | undefined;
  const [first] = errors;
  if (first !== undefined) {
    const location = { file, line: text.slice(0, first.offset).split("\n").length };
    return error("TC110", `${file} is not valid JSON`, { location, help: "fix the file at the line shown" });
  }
  const files = ownValue(value, "files");
  const list = ownValue(files, listKey(value));
  const isFit =
    isJsonObject(value) && (files === undefined || isJsonObject(files)) && (list === undefined || Array.isArray(list));
  if (isFit) return undefined;
  const help = `fix \`files.${listKey(value)}\`: it is a list of patterns`;
  return error("TC411", `${file} has no place for the folder of the client`, { location: { file }, help });
}

/**
 * Takes a folder out of what Biome looks at, keeping comments. What the config says of it already, one way or the other,
 * stays.
 *
 * @param text - one that has no {@link biomeProblem}.
 * @see https://biomejs.dev/reference/configuration/#filesincludes
 */
export function excludeFolder(text: string, folder: string): string {
  const value = parse(text, [], { allowTrailingComma: true }) as JsonValue;
  const key = listKey(value);
  const pattern = asPattern(folder);
  const added = key === "ignore" ? pattern : `!${pattern}`;
  const list = ownValue(ownValue(value, "files"), key);
  if (!Array.isArray(list)) {
    const withList = applyEdits(text, modify(text, ["files", key], [], { formattingOptions: formattingOf(text) }));
    return addItems(withList, ["files", key], key === "ignore" ? [added] : ["**", added]);
  }
  if (list.some((one) => typeof one === "string" && folderOf(one) === pattern)) return text;
  return addItems(text, ["files", key], [added]);
}

/** Adds items at the end of a list, each where the user would write it: on a line of its own, or on that of the others. */
function addItems(text: string, path: JSONPath, items: readonly string[]): string {
  return items.reduce((before, item) => {
    const root = parseTree(before, [], { allowTrailingComma: true });
    const list = root && findNodeAtLocation(root, path);
    if (list === undefined) return before;
    const [first] = list.children ?? [];
    const last = list.children?.at(-1);
    const [gap = ""] = first === undefined ? [] : (/\s*$/.exec(before.slice(list.offset + 1, first.offset)) ?? []);
    const separator = last === undefined ? "" : `,${gap.includes("\n") ? gap : " "}`;
    const at = last === undefined ? list.offset + 1 : last.offset + last.length;
    return before.slice(0, at) + separator + JSON.stringify(item) + before.slice(at);
  }, text);
}

/** Biome 1 has a list of what it ignores; since Biome 2 an exclamation mark stands in the list of what it includes. */
function listKey(value: JsonValue | undefined): "ignore" | "includes" {
  const schema = ownValue(value, "$schema");
  const files = ownValue(value, "files");
  const isOfBiome1 =
    (typeof schema === "string" && /\/schemas\/1\./.test(schema)) ||
    ["ignore", "include"].some((key) => ownValue(files, key) !== undefined);
  return isOfBiome1 ? "ignore" : "includes";
}

function folderOf(pattern: string): string {
  return pattern.replace(/^!*(\.?\/)?/, "").replace(/\/(\*\*?)?$/, "");
}
