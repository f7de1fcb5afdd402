import { asString, type Constant } from "../constant.js";
import { formatValue } from "./format-value.js";
import { printed, represented } from "./print.js";
import { fillTemplate } from "./template.js";

const placeholder = /%(?:\((\w+)\))?([-+ 0]*)(\d+)?(?:\.(\d+))?(.)?/gsu;

/** What `"…" % values` gives; `undefined` where that is not known, or Python raises. */
export function percentFormat(text: string, values: Constant): string | undefined {
  const given = new GivenValues(values);
  const result = fillTemplate(text, placeholder, (written, [name, flags = "", width, precision, type]) => {
    return written === "%%" ? "%" : fill(given.next(name), { flags, width, precision, type });
  });
  return given.isUsedUp ? result : undefined;
}

/** The values of a tuple one after the other, those of a dictionary by name, or a single value. */
class GivenValues {
  readonly #values: Constant;
  #used = 0;

  constructor(values: Constant) {
    this.#values = values;
  }

  next(name: string | undefined): Constant | undefined {
    const values = this.#values;
    if (name !== undefined) {
      const entries = values.kind === "dict" ? values.entries : [];
      return entries.findLast(([key]) => key.kind === "string" && asString(key) === name)?.[1];
    }
    const value = this.#list[this.#used];
    this.#used += 1;
    return value;
  }

  get isUsedUp(): boolean {
    return this.#values.kind === "dict" || this.#used === this.#list.length;
  }

  get #list(): readonly Constant[] {
    const values = this.#values;
    return values.kind === "sequence" && values.type === "tuple" ? values.items : [values];
  }
}

interface Placeholder {
  readonly flags: string;
  readonly width: string | undefined;
  readonly precision: string | undefined;
  readonly type: string | undefined;
}

function fill(value: Constant | undefined, { flags, width = "", precision, type }: Placeholder): string | undefined {
  if (value === undefined) return undefined;
  const places = precision === undefined ? "" : `.${precision}`;
  const align = flags.includes("-") ? "<" : ">";
  if (type === "s" || type === "r") {
    const text = type === "s" ? printed(value) : represented(value);
    return text === undefined ? undefined : formatValue({ kind: "string", value: text }, `${align}${width}${places}`);
  }
  const isNumber = value.kind === "int" || (type === "f" && value.kind === "float");
  const isKnownType = type === "f" || ((type === "d" || type === "i") && precision === undefined);
  if (!isNumber || !isKnownType) return undefined;
  const sign = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const zero = flags.includes("0") && align === ">" ? "0" : "";
  return formatValue(value, `${zero === "" ? align : ""}${sign}${zero}${width}${places}${type === "f" ? "f" : "d"}`);
}
