import { joinTexts } from "../bounds.js";
import type { Constant } from "../constant.js";
import { floatText } from "./float-text.js";

/** How deep a value may be before it is not printed. */
const deepest = 50;

/** Types whose text in JSON is also what `str` gives. */
const printedAsWritten: ReadonlySet<string> = new Set(["decimal.Decimal", "uuid.UUID", "pathlib.Path"]);

/** What `str(…)` gives, and an f-string prints; `undefined` where that is not known. */
export function printed(constant: Constant): string | undefined {
  switch (constant.kind) {
    case "string":
      return constant.value;
    case "text":
      return printedAsWritten.has(constant.type) ? constant.text : undefined;
    case "enum-member":
      return constant.printed;
    default:
      return represented(constant);
  }
}

/** What `repr(…)` gives; `undefined` where that is not known. */
export function represented(constant: Constant, depth = 0): string | undefined {
  switch (constant.kind) {
    case "none":
      return "None";
    case "bool":
      return constant.value ? "True" : "False";
    case "int":
      return constant.value.toString();
    case "float":
      return floatText(constant.value);
    case "string":
      return quoted(constant.value);
    case "sequence":
      return depth > deepest ? undefined : sequence(constant.type, constant.items, depth + 1);
    case "dict":
      return depth > deepest ? undefined : dictionary(constant.entries, depth + 1);
    default:
      return undefined;
  }
}

function sequence(type: string, items: readonly Constant[], depth: number): string | undefined {
  const content = list(items, (item) => represented(item, depth));
  if (content === undefined || (type !== "tuple" && type !== "list")) return undefined;
  return type === "list" ? `[${content}]` : `(${content}${items.length === 1 ? "," : ""})`;
}

function dictionary(entries: readonly (readonly [Constant, Constant])[], depth: number): string | undefined {
  const content = list(entries, ([key, value]) => {
    const [keyText, valueText] = [represented(key, depth), represented(value, depth)];
    return keyText === undefined || valueText === undefined ? undefined : `${keyText}: ${valueText}`;
  });
  return content === undefined ? undefined : `{${content}}`;
}

/** What all parts are printed as, with commas between; it stops at the first that is not known. */
function list<Part>(parts: readonly Part[], print: (part: Part) => string | undefined): string | undefined {
  const texts: string[] = [];
  for (const part of parts) {
    const text = print(part);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return joinTexts(texts, ", ");
}

const named: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** A text in quotes, as Python prints it: in single ones, but for a text that has these and no double ones. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const content = text.replace(/[\\'\p{C}\p{Z}]/gu, (character) => {
    if (character === " " || (character === "'" && quote === '"')) return character;
    return character === "'" ? "\\'" : (named.get(character) ?? escaped(character));
  });
  return `${quote}${content}${quote}`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [letter, length] = code > 0xffff ? ["U", 8] : code > 0xff ? ["u", 4] : ["x", 2];
  return `\\${letter}${code.toString(16).padStart(length, "0")}`;
}
