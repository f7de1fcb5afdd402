import { argument } from "../constants/call-arguments.js";
import { asBoolean } from "../constants/constant.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import type { Call } from "../syntax/nodes.js";
import { anything, array, none, type PythonType, plain } from "../types/python-type.js";
import { readConstraints } from "./field-call.js";
import { constrainAll, constrainText } from "./metadata.js";

/** Reads a call that stands for a type; `undefined` where which one only running Python can tell. */
type CallBuilder = (call: Call, context: Context) => PythonType | undefined;

/** `conint(gt=0)`: a type with constraints as keywords. */
function constrained(base: (context: Context) => PythonType): CallBuilder {
  return (call, context) => constrainAll(base(context), readConstraints(call, context));
}

/** `conlist(int, min_length=1)` */
function collection(unique: boolean): CallBuilder {
  return (call, context) => {
    const item = argument(call, "item_type", 0);
    const items = item === undefined ? anything : context.reader.readType(item, context);
    return constrainAll(array(items, unique), readConstraints(call, context));
  };
}

/** A call whose type JSON has no value of, so that it takes none where it is strict. */
function refusedWhereStrict(build: CallBuilder): CallBuilder {
  return (call, context) => {
    const strict = argument(call, "strict");
    const isStrict = strict !== undefined && asBoolean(context.reader.fold(strict, context)) === true;
    const type = build(call, context);
    return isStrict && type !== undefined ? differing(type, "strict", locate(call, context)) : type;
  };
}

/** `type(None)`, or that of another value. */
function typeOfValue(call: Call, context: Context): PythonType | undefined {
  const [given] = call.args;
  const value = given && context.reader.fold(given, context);
  switch (value?.kind) {
    case "none":
      return none;
    case "instance":
      return { kind: "reference", definition: value.definition };
    default:
      return undefined;
  }
}

/** Calls that stand for types. Adding one is adding an entry. */
export const constrainedCalls: ReadonlyMap<string, CallBuilder> = new Map<string, CallBuilder>([
  ["pydantic.conint", constrained(() => plain({ type: "integer" }, "number"))],
  ["pydantic.confloat", constrained(() => plain({ type: "number" }, "number"))],
  ["pydantic.constr", (call, context) => constrainText(plain({ type: "string" }, "text"), call, context)],
  ["pydantic.conbytes", refusedWhereStrict(constrained(() => plain({ type: "string", format: "binary" }, "text")))],
  ["pydantic.condecimal", refusedWhereStrict(constrained(() => ({ kind: "decimal", bounds: {} })))],
  ["pydantic.condate", refusedWhereStrict(constrained(() => plain({ type: "string", format: "date" }, "moment")))],
  ["pydantic.conlist", collection(false)],
  ["pydantic.conset", collection(true)],
  ["pydantic.confrozenset", collection(true)],
  ["builtins.type", typeOfValue],
]);
