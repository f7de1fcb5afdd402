import { titleCase } from "../../models/titles.js";
import { joinTexts } from "../bounds.js";
import { type Constant, intConstant, stringConstant } from "../constant.js";
import { itemsOf } from "../items.js";
import { formatMethod } from "../text/format-method.js";
import { pad } from "../text/format-spec.js";
import { type ConstantMethod, intArgument, only, textArgument } from "./method.js";

/** What Python's `strip` and `split` take for white space; JavaScript has another list. */
const whitespace = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const leading = new RegExp(`^${whitespace}+`);
const trailing = new RegExp(`${whitespace}+$`);
const between = new RegExp(`${whitespace}+`);

/** A method of texts that gives a text or another constant, of arguments by position. */
function method(work: (text: string, given: readonly Constant[]) => string | Constant | undefined): ConstantMethod {
  return (subject, { positional, keywords }) => {
    const result = subject.kind === "string" && keywords.size === 0 ? work(subject.value, positional) : undefined;
    return typeof result === "string" ? stringConstant(result) : result;
  };
}

/** A method without arguments. */
const plain = (work: (text: string) => string): ConstantMethod =>
  method((text, given) => (given.length === 0 ? work(text) : undefined));

/** A method without arguments, of texts whose letters have no case of their own at the start of a word. */
const ascii = (work: (text: string) => string): ConstantMethod =>
  method((text, given) => (given.length === 0 && /^[\0-\x7f]*$/.test(text) ? work(text) : undefined));

/** `strip()` or `strip("characters")`, of the start, of the end or of both. */
function strip(atStart: boolean, atEnd: boolean): ConstantMethod {
  return method((text, given) => {
    if (given.length === 0) {
      return text.replace(atStart ? leading : /^(?!)/, "").replace(atEnd ? trailing : /^(?!)/, "");
    }
    const unwanted = textArgument(given, 0);
    if (unwanted === undefined) return undefined;
    const characters = [...text];
    const wanted = characters.map((character) => !unwanted.includes(character));
    const start = atStart ? wanted.indexOf(true) : 0;
    const end = atEnd ? wanted.lastIndexOf(true) + 1 : characters.length;
    return start < 0 ? "" : characters.slice(start, end).join("");
  });
}

/** A method that answers whether a text has a part. */
function test(holds: (text: string, part: string) => boolean): ConstantMethod {
  return method((text, given) => {
    const part = only(given) === undefined ? undefined : textArgument(given, 0);
    return part === undefined ? undefined : { kind: "bool", value: holds(text, part) };
  });
}

function justify(align: "<" | ">"): ConstantMethod {
  return method((text, given) => {
    const width = intArgument(given, 0);
    const fill = given.length > 1 ? textArgument(given, 1) : " ";
    return width === undefined || fill === undefined ? undefined : pad(text, { width, fill }, align);
  });
}

const join = method((text, given) => {
  const list = only(given);
  const items = (list === undefined ? undefined : itemsOf(list))?.map((item) =>
    item.kind === "string" ? item.value : undefined,
  );
  return items === undefined ? undefined : joinTexts(items, text);
});

const split = method((text, given) => {
  const separator = textArgument(given, 0);
  const isKnown = given.length === 0 || (given.length === 1 && separator !== undefined && separator !== "");
  const parts = separator === undefined ? text.split(between).filter((part) => part !== "") : text.split(separator);
  return isKnown ? { kind: "sequence", type: "list", items: parts.map(stringConstant) } : undefined;
});

const replace = method((text, given) => {
  const [wanted, substitute] = [textArgument(given, 0), textArgument(given, 1)];
  const isKnown = wanted !== undefined && wanted !== "" && substitute !== undefined && given.length === 2;
  return isKnown ? joinTexts(text.split(wanted), substitute) : undefined;
});

const zeroFill = method((text, given) => {
  const width = intArgument(given, 0);
  const [sign = ""] = /^[-+]?/.exec(text) ?? [];
  return width === undefined
    ? undefined
    : sign + pad(text.slice(sign.length), { width: width - sign.length, fill: "0" }, ">");
});

const encode = method((text, given) => {
  const isUtf8 = given.length === 0 || /^utf-?8$/i.test(textArgument(given, 0) ?? "");
  return isUtf8 && given.length < 2 ? { kind: "bytes", value: new TextEncoder().encode(text) } : undefined;
});

/** The methods of texts that are worked out. Adding one is adding an entry. */
export const stringMethods: readonly (readonly [string, ConstantMethod])[] = [
  ["upper", plain((text) => text.toUpperCase())],
  ["lower", plain((text) => text.toLowerCase())],
  ["title", ascii(titleCase)],
  ["capitalize", ascii((text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase())],
  ["strip", strip(true, true)],
  ["lstrip", strip(true, false)],
  ["rstrip", strip(false, true)],
  ["replace", replace],
  ["join", join],
  ["split", split],
  ["startswith", test((text, part) => text.startsWith(part))],
  ["endswith", test((text, part) => text.endsWith(part))],
  ["count", method((text, given) => countOf(text, given))],
  ["removeprefix", method((text, given) => without(text, textArgument(given, 0), true))],
  ["removesuffix", method((text, given) => without(text, textArgument(given, 0), false))],
  ["ljust", justify("<")],
  ["rjust", justify(">")],
  ["zfill", zeroFill],
  ["encode", encode],
  [
    "format",
    (subject, given) => textResult(subject.kind === "string" ? formatMethod(subject.value, given) : undefined),
  ],
];

function countOf(text: string, given: readonly Constant[]): Constant | undefined {
  const part = only(given) === undefined ? undefined : textArgument(given, 0);
  return part === undefined || part === "" ? undefined : intConstant(text.split(part).length - 1);
}

function without(text: string, part: string | undefined, atStart: boolean): string | undefined {
  if (part === undefined) return undefined;
  if (atStart) return text.startsWith(part) ? text.slice(part.length) : text;
  return part !== "" && text.endsWith(part) ? text.slice(0, -part.length) : text;
}

function textResult(text: string | undefined): Constant | undefined {
  return text === undefined ? undefined : stringConstant(text);
}
