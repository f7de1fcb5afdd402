import type { JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";
import type { JsonFile, JsonPath } from "../json/json-file.js";

/** A schema with an address of its own: the whole document, or one inside that has an `$id`. References in it start there. */
export interface Resource {
  readonly path: JsonPath;
  readonly address: string;
  /** The schemas of the resource that have a name, by `$anchor`. Those of a resource inside are its own. */
  readonly anchors: ReadonlyMap<string, JsonPath>;
  /** Whether its draft is one of those in which nothing counts that stands beside a `$ref`. */
  readonly hasLoneReferences: boolean;
}

/** The keywords whose values are data, whatever they look like. */
const dataKeywords: ReadonlySet<string> = new Set(["const", "enum", "default", "examples"]);

/** The keywords whose values have names of the author's as keys. */
const mapKeywords: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "$defs",
  "definitions",
]);

/** Where no address is given, addresses are relative to this one. Nothing outside has such an address. */
const nowhere = "schema:///";

/** The resources of a document. */
export interface Resources {
  readonly document: Resource;
  /** Those with an `$id`, outer ones before inner ones. */
  readonly identified: readonly Resource[];
}

const known = new WeakMap<JsonFile, Resources>();

/** Finds the resources of a document, once. */
export function resourcesOf(json: JsonFile): Resources {
  const found = known.get(json) ?? findResources(json.value);
  known.set(json, found);
  return found;
}

/** The innermost resource that a place belongs to. */
export function resourceAround({ document, identified }: Resources, path: JsonPath): Resource {
  return identified.findLast((resource) => resource.path.every((part, index) => part === path[index])) ?? document;
}

/** The address that a text means in a resource, without the name behind `#`. */
export function addressOf(text: string, base: string): string {
  try {
    return new URL(text, base).href.replace(/#.*$/s, "");
  } catch {
    // A relative address says nothing beside one that cannot be extended, such as `urn:x`.
    return text;
  }
}

interface Found extends Resource {
  readonly anchors: Map<string, JsonPath>;
}

function findResources(root: JsonValue): Resources {
  const idKeyword = isOfDraft4(root) ? "id" : "$id";
  const document: Found = { path: [], address: nowhere, anchors: new Map(), hasLoneReferences: isOld(root, false) };
  const identified: Found[] = [];
  const visit = (value: JsonValue, path: JsonPath, around: Found): void => {
    const schema = isJsonObject(value) ? value : {};
    const [address = "", name = ""] = textOf(schema[idKeyword]).split("#");
    const own = address === "" ? around : resource(path, address, schema, around);
    if (own !== around) identified.push(own);
    const anchors = [name, textOf(schema["$anchor"]), textOf(schema["$dynamicAnchor"])];
    for (const anchor of anchors) if (anchor !== "" && !own.anchors.has(anchor)) own.anchors.set(anchor, path);
    for (const [part, child] of childrenOf(value)) visit(child, [...path, ...part], own);
  };
  visit(root, [], document);
  return { document, identified };
}

function resource(path: JsonPath, address: string, schema: JsonValue, around: Found): Found {
  const hasLoneReferences = isOld(schema, around.hasLoneReferences);
  return { path, address: addressOf(address, around.address), anchors: new Map(), hasLoneReferences };
}

type Child = readonly [path: JsonPath, value: JsonValue];

/** What may be a schema inside a schema or a list of schemas. */
function childrenOf(value: JsonValue): readonly Child[] {
  if (Array.isArray(value)) return value.map((item, index): Child => [[index], item]);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]): readonly Child[] => {
    if (dataKeywords.has(key)) return [];
    if (!mapKeywords.has(key) || !isJsonObject(child)) return [[[key], child]];
    return Object.entries(child).map(([name, schema]): Child => [[key, name], schema]);
  });
}

function isOfDraft4(root: JsonValue): boolean {
  return isJsonObject(root) && /draft-0[34]/.test(textOf(root["$schema"]));
}

/** Whether a schema names a draft before 2019-09; one that names none is of the draft around it. */
function isOld(schema: JsonValue, isAroundOld: boolean): boolean {
  const draft = isJsonObject(schema) ? textOf(schema["$schema"]) : "";
  return draft === "" ? isAroundOld : /\/draft-0[3-7]\//.test(draft);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
