import { posix } from "node:path";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";
import type { JsonFile, JsonPath } from "../json/json-file.js";
import type { Documents } from "./documents.js";
import { addressOf, type Resource, resourceAround, resourcesOf } from "./resources.js";

/** A schema and where it stands. */
export interface SchemaPlace {
  readonly json: JsonFile;
  /** Where the schema begins that this one is part of: a reference such as `#/$defs/A` starts there, or at an `$id` inside. */
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
  const resources = resourcesOf(from.json);
  const own = resourceAround(resources, from.path);
  const isDocument = own === resources.document;
  if (base === "") return follow(from, isDocument ? { ...own, path: from.root } : own, fragment, reference, from);
  const address = addressOf(base, own.address);
  const identified = resources.identified.find((resource) => resource.address === address);
  if (identified !== undefined) return follow(from, identified, fragment, reference, from);
  const file = fileOf(base, from.json.file, folder);
  if (file === undefined) return refused(leaving(reference, from));
  const json = documents.load(file, () => from.json.locate([...from.path, "$ref"]));
  if (json === undefined) return { ok: false };
  return follow({ json, root: [] }, resourcesOf(json).document, fragment, reference, from);
}

function leaving(reference: string, from: SchemaPlace): Diagnostic {
  return error("TC115", `the reference ${JSON.stringify(reference)} leaves the folder of the source`, {
    location: from.json.locate([...from.path, "$ref"]),
    help: "copy what it refers to into the document, or into a file of the same folder",
  });
}

function follow(
  { json, root }: Pick<SchemaPlace, "json" | "root">,
  resource: Resource,
  fragment: string,
  reference: string,
  from: SchemaPlace,
): Resolution {
  const path = pathOf(fragment, json.value, resource);
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

function pathOf(fragment: string, document: JsonValue, resource: Resource): JsonPath | undefined {
  const name = decoded(fragment);
  if (name === undefined || name === "") return name === "" ? resource.path : undefined;
  if (!name.startsWith("/")) return resource.anchors.get(name);
  const path = [...resource.path];
  let value = valueAt(document, path);
  for (const text of name.slice(1).split("/")) {
    const key = Array.isArray(value) ? Number(text) : text.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(key);
    value = value === undefined ? undefined : valueAt(value, [key]);
  }
  return path;
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

function refused(diagnostic: Diagnostic): Resolution {
  return { ok: false, diagnostic };
}
