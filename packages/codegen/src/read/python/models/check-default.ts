import type { Constant } from "../constants/constant.js";
import { type Context, locate } from "../context.js";
import type { Field } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import type { Attribute } from "./class-statements.js";

/** Refuses a default that pydantic has no JSON form for, and so no schema of its class: bytes that are no text. */
export function checkWritable(field: Field, { value, place }: Attribute, context: Context): void {
  if (field.default.kind !== "constant" || !holdsBinary(field.default.value)) return;
  const message = `pydantic makes no schema for the default of \`${field.name}\`: its bytes are not UTF-8 text`;
  const help = "give it with `default_factory`, or set `ser_json_bytes` to `base64` or `hex` in the model's settings";
  context.reader.reporter.error("TC212", message, locate(value ?? place, context), help);
}

function holdsBinary(constant: Constant): boolean {
  switch (constant.kind) {
    case "bytes":
      return !isText(constant.value);
    case "sequence":
      return constant.items.some(holdsBinary);
    case "dict":
      return constant.entries.some((entry) => entry.some(holdsBinary));
    default:
      return false;
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The kinds of constants that a plain type has values of; `None` is spoken of elsewhere. */
const fitting: Readonly<Record<string, ReadonlySet<Constant["kind"]>>> = {
  string: new Set(["string"]),
  integer: new Set(["int", "bool"]),
  number: new Set(["int", "float", "bool"]),
  boolean: new Set(["bool"]),
};
const judged: ReadonlySet<Constant["kind"]> = new Set(["string", "int", "float", "bool", "bytes", "sequence", "dict"]);

/** Warns of a default that is of another type than its field: pydantic takes it as it is, and the chain gets it. */
export function checkType(field: Field, { value, place }: Attribute, context: Context): void {
  const type = plainName(field.type);
  const { default: given } = field;
  const isJudged = given.kind === "constant" && judged.has(given.value.kind) && field.validatesDefault !== true;
  if (type === undefined || !isJudged || fitting[type]?.has(given.value.kind) !== false) return;
  const message = `The default of \`${field.name}\` is not of type \`${type}\`, and pydantic does not check it: the chain gets it as it is`;
  const help = "give a default of the field's type, or widen the type";
  context.reader.reporter.warning("TC230", message, locate(value ?? place, context), help);
}

/** The JSON type of a plain scalar, `None` beside it or not; `undefined` of what may be anything else. */
function plainName(type: PythonType): string | undefined {
  switch (type.kind) {
    case "nullable":
      return plainName(type.inner);
    case "described":
      return type.changesValues === true ? undefined : plainName(type.inner);
    case "plain": {
      const { type: name, format, const: only, enum: several } = type.schema;
      const isOpen = format === undefined && only === undefined && several === undefined;
      // A complex number is written as a text, and is none.
      const isOther = type.constrainedAs === "moment" || (name === "string" && type.constrainedAs === "none");
      return isOpen && !isOther && typeof name === "string" ? name : undefined;
    }
    default:
      return undefined;
  }
}
