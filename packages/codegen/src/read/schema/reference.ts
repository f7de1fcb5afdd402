import { posix } from "node:path";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";
import type { JsonFile, JsonPath } from "../json/json-file.js";
import type { Documents } from "./documents.js";

/** A schema and where it stands. */
export interface SchemaPlace {
  readonly json: JsonFile;
  /** Where the schema begins that this one is part of: a reference such as `#/$defs/A` starts there. */
  readonly root: JsonPath;
  readonly path: JsonPath;
  readonly schema: JsonValue;
}

/** What a reference leads to, or why it leads nowhere. */
export type Resolution =
  | { readonly ok: true; readonly place: SchemaPlace }
  | { readonly ok: false; readonly diagnostic?: Diagnostic };

/**
 * Follows a `$ref`. It may lead to its own document, by pointer, anchor or `$id`, or to another file of `folder`, the
 * folder of the source. Nothing is ever fetched, and nothing outside that folder is opened.
 */
export function resolveReference(
  reference: string,
  from: SchemaPlace,
  folder: string,
  documents: Documents,
): Resolution {
  const [base = "", fragment = ""] = split(reference);
  if (base === "") return follow(from.json, from.root, fragment, reference, from);
  const inner = findIdentified(from.json.value, base);
  if (inner !== undefined) return follow(from.json, inner, fragment, reference, from);
  const file = fileOf(base, from.json.file, folder);
  if (file === undefined) return refused(leaving(reference, from));
  const json = documents.load(file);
  return json === undefined ? { ok: false } : follow(json, [], fragment, reference, from);
}

function leaving(reference: string, from: SchemaPlace): Diagnostic {
  return error("TC115", `the reference ${JSON.stringify(reference)} leaves the folder of the source`, {
    location: from.json.locate([...from.path, "$ref"]),
    help: "copy what it refers to into the document, or into a file of the same folder",
  });
}

function follow(json: JsonFile, root: JsonPath, fragment: string, reference: string, from: SchemaPlace): Resolution {
  const path = fragment === "" ? root : pathOf(fragment, json.value, root);
  const schema = path === undefined ? undefined : valueAt(json.value, path);
  if (path !== undefined && (typeof schema === "boolean" || isJsonObject(schema))) {
    return { ok: true, place: { json, root, path, schema } };
  }
  return refused(
    error("TC114", `the reference ${JSON.stringify(reference)} leads to no schema`, {
      location: from.json.locate([...from.path, "$ref"]),
      help: "correct it, or add the definition that it names",
    }),
  );
}

function split(reference: string): readonly string[] {
  const mark = reference.indexOf("#");
  return mark < 0 ? [reference, ""] : [reference.slice(0, mark), reference.slice(mark + 1)];
}

function fileOf(base: string, fromFile: string, folder: string): string | undefined {
  const name = decoded(base);
  if (name === undefined || /^[a-z][a-z0-9+.-]*:|^[/\\]|\\|\0|\?/i.test(name)) return undefined;
  const file = posix.join(posix.dirname(fromFile), name);
  const relative = posix.relative(folder, file);
  return relative === ".." || relative.startsWith("../") || posix.isAbsolute(relative) ? undefined : file;
}

function pathOf(fragment: string, document: JsonValue, root: JsonPath): JsonPath | undefined {
  const name = decoded(fragment);
  if (name === undefined) return undefined;
  if (!name.startsWith("/")) return findAnchor(document, name);
  const keys = name
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return [...root, ...keys];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function valueAt(root: JsonValue, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function findIdentified(root: JsonValue, base: string): JsonPath | undefined {
  return find(root, (schema) => typeof schema["$id"] === "string" && schema["$id"].replace(/#$/, "") === base);
}

function findAnchor(root: JsonValue, name: string): JsonPath | undefined {
  return find(root, (schema) => schema["$anchor"] === name || schema["$id"] === `#${name}`);
}

function find(root: JsonValue, matches: (schema: { [key: string]: JsonValue }) => boolean): JsonPath | undefined {
  const queue: { readonly value: JsonValue; readonly path: JsonPath }[] = [{ value: root, path: [] }];
  for (const { value, path } of queue) {
    if (typeof value !== "object" || value === null) continue;
    if (isJsonObject(value) && matches(value)) return path;
    for (const [key, child] of Object.entries(value)) queue.push({ value: child, path: [...path, key] });
  }
  return undefined;
}

function refused(diagnostic: Diagnostic): Resolution {
  return { ok: false, diagnostic };
}
