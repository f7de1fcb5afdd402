import { applyEdits, type FormattingOptions, modify } from "jsonc-parser";
import { ownValue } from "../read/json/is-object.js";
import type { JsonValue } from "../signature.js";
import { withoutRepeatedKeys } from "./without-repeated-keys.js";

/** A field of a JSON document and what it is to be. All that is around it is an object, or not there. */
export interface Field {
  readonly path: readonly string[];
  readonly value: JsonValue;
}

/** Sets fields of a JSON text. It keeps the order of its keys, its indentation, and each field that has its value already. */
export function setFields(text: string, fields: readonly Field[]): string {
  const formattingOptions = formattingOf(text);
  return fields.reduce((before, { path, value }) => {
    const document = JSON.parse(before) as JsonValue;
    if (JSON.stringify(path.reduce(ownValue, document)) === JSON.stringify(value)) return before;
    const key = path.at(-1) ?? "";
    const isInside = path.length > 1 && path.slice(0, -1).reduce(ownValue, document) !== undefined;
    const getInsertionIndex = (keys: readonly string[]): number => (isInside ? placeOf(key, keys) : keys.length);
    return withoutRepeatedKeys(before, path, (once) =>
      applyEdits(once, modify(once, [...path], value, { formattingOptions, getInsertionIndex })),
    );
  }, text);
}

/** Fields of the document come last; what goes into one, such as a dependency, goes where the alphabet has it. */
function placeOf(key: string, keys: readonly string[]): number {
  const next = keys.findIndex((other) => other > key);
  return next === -1 ? keys.length : next;
}

/** How a JSON text is indented, and what its lines end in. */
export function formattingOf(text: string): FormattingOptions {
  const [, indent = "  "] = /^([ \t]+)"/m.exec(text) ?? [];
  return { insertSpaces: !indent.startsWith("\t"), tabSize: indent.length, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}
