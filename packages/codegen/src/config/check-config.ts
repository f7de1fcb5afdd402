import { type GenericIssue, safeParse } from "valibot";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { TypedChainsConfig } from "./config.js";
import type { ConfigFile } from "./config-file.js";
import { configSchema } from "./config-schema.js";
import { type ConfigPath, placeText } from "./place-text.js";
import { unknownKeys } from "./unknown-keys.js";

/** Holds a config against what one looks like. */
export function checkConfig(file: ConfigFile): {
  readonly config?: TypedChainsConfig;
  readonly diagnostics: readonly Diagnostic[];
} {
  const result = safeParse(configSchema, file.value);
  // Of unknown keys, valibot tells the first of each object, and none that objects have by themselves.
  const unknown = unknownKeys(file);
  if (result.success) return unknown.length > 0 ? { diagnostics: unknown } : { config: result.output, diagnostics: [] };
  const others = result.issues.flatMap((issue) => innermost(issue)).filter(({ issue }) => issue.expected !== "never");
  return { diagnostics: [...unknown, ...others.map((issue) => diagnosticOf(issue, file))] };
}

/** An issue, and where its value stands in the config. */
interface PlacedIssue {
  readonly issue: GenericIssue;
  readonly path: ConfigPath;
}

/**
 * Of the forms that a value may have, the one that it nearly has says what is wrong with it: what is wrong with a key that
 * is there counts more than that another form would have another key.
 */
function innermost(issue: GenericIssue, above: ConfigPath = []): readonly PlacedIssue[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)))];
  const below = (issue.issues ?? []).filter((inner) => (inner.path ?? []).length > 0);
  const ofKeys = below.filter(isOfKey);
  const inside = ofKeys.length > 0 ? ofKeys : below;
  return inside.length > 0 ? inside.flatMap((inner) => innermost(inner, path)) : [{ issue, path }];
}

function isOfKey({ path }: GenericIssue): boolean {
  return (path ?? []).every(
    ({ input, key }) => typeof input === "object" && input !== null && Object.hasOwn(input, String(key)),
  );
}

function diagnosticOf({ issue, path }: PlacedIssue, file: ConfigFile): Diagnostic {
  const location = file.locate(path);
  const place = placeText(path);
  const help = `give ${issue.message}`;
  if (issue.input === undefined) return error("TC604", `${place} is missing in ${file.file}`, { location, help });
  return error("TC604", `${place} in ${file.file} cannot be ${shown(issue.input)}`, { location, help });
}

function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  // A config that is a program may have values that JSON cannot say.
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
