/** What stands after the colon in `{value:>8.2f}`. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "^" | "=" | undefined;
  readonly sign: "+" | "-" | " ";
  /** Whether `0x` and its like stand before the digits. */
  readonly prefixed: boolean;
  readonly width: number;
  readonly grouping: "" | "," | "_";
  readonly precision: number | undefined;
  /** One letter, or nothing. */
  readonly type: string;
}

/** No constant is asked for with a greater width. */
const greatestWidth = 10_000;

const pattern = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d{1,6})?([,_])?(?:\.(\d{1,3}))?([a-zA-Z%])?$/su;

/** Takes a format apart; `undefined` where it is none of Python's own, or asks for more than is reasonable. */
export function parseFormatSpec(text: string): FormatSpec | undefined {
  const match = pattern.exec(text);
  if (match === null || Number(match[6] ?? 0) > greatestWidth) return undefined;
  const [, fill, align, sign, prefix, zero, width, grouping, precision, type] = match;
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: isAlign(align) ? align : zero === undefined ? undefined : "=",
    sign: sign === "+" || sign === " " ? sign : "-",
    prefixed: prefix !== undefined,
    width: Number(width ?? 0),
    grouping: grouping === "," || grouping === "_" ? grouping : "",
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? "",
  };
}

function isAlign(text: string | undefined): text is "<" | ">" | "^" | "=" {
  return text !== undefined && "<>^=".includes(text);
}

/** A text brought to the width of a format. */
export function pad(text: string, spec: Pick<FormatSpec, "fill" | "width">, align: "<" | ">" | "^"): string {
  const missing = Math.max(0, spec.width - [...text].length);
  const before = align === "<" ? 0 : align === ">" ? missing : Math.floor(missing / 2);
  return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
}
