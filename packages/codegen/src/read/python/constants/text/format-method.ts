import type { Constant } from "../constant.js";
import type { ConstantArguments } from "../constant-arguments.js";
import { formatValue } from "./format-value.js";
import { printed, represented } from "./print.js";
import { fillTemplate } from "./template.js";

const fieldOrBrace = /\{\{|\}\}|\{(\w*)(?:!([sr]))?(?::([^{}]*))?\}|[{}]/g;

/** What `"…".format(…)` gives; `undefined` where that is not known, or Python raises. */
export function formatMethod(text: string, { positional, keywords }: ConstantArguments): string | undefined {
  let automatic = 0;
  const given = (name: string): Constant | undefined => {
    if (name === "") {
      automatic += 1;
      return positional[automatic - 1];
    }
    return /^\d+$/.test(name) ? positional[Number(name)] : keywords.get(name);
  };
  return fillTemplate(text, fieldOrBrace, (written, [name, conversion, spec = ""]) => {
    if (written === "{{" || written === "}}") return written.slice(1);
    const value = name === undefined ? undefined : given(name);
    return value === undefined ? undefined : formatConverted(value, conversion, spec);
  });
}

/** What a field of an f-string, or of `format`, makes of a value. */
export function formatConverted(value: Constant, conversion: string | undefined, spec: string): string | undefined {
  if (conversion === undefined) return formatValue(value, spec);
  const text = conversion === "s" ? printed(value) : conversion === "r" ? represented(value) : undefined;
  return text === undefined ? undefined : formatValue({ kind: "string", value: text }, spec);
}
