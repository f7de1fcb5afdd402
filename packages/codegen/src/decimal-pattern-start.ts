/**
 * How every pattern begins that pydantic gives the text of a Decimal: no text of signs and points alone, an optional sign,
 * leading zeros.
 */
export const decimalPatternStart = "^(?!^[-+.]*$)[+-]?0*";
