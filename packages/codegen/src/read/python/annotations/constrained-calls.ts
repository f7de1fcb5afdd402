import { argument } from "../constants/call-arguments.js";
import type { Context } from "../context.js";
import type { Call } from "../syntax/nodes.js";
import { anything, array, none, type PythonType, plain } from "../types/python-type.js";
import { readConstraints } from "./field-call.js";
import { constrainAll, constrainText } from "./metadata.js";

/** Reads a call that stands for a type. */
type CallBuilder = (call: Call, context: Context) => PythonType;

/** `conint(gt=0)`: a type with constraints as keywords. */
function constrained(base: (context: Context) => PythonType): CallBuilder {
  return (call, context) => constrainAll(base(context), readConstraints(call, context));
}

/** `conlist(int, min_length=1)` */
function collection(unique: boolean): CallBuilder {
  return (call, context) => {
    const item = argument(call, "item_type", 0);
    const items = item === undefined ? anything : context.rooms.readType(item, context);
    return constrainAll(array(items, unique), readConstraints(call, context));
  };
}

/** Calls that stand for types. Adding one is adding an entry. */
export const constrainedCalls: ReadonlyMap<string, CallBuilder> = new Map<string, CallBuilder>([
  ["pydantic.conint", constrained(() => plain({ type: "integer" }, "number"))],
  ["pydantic.confloat", constrained(() => plain({ type: "number" }, "number"))],
  ["pydantic.constr", (call, context) => constrainText(plain({ type: "string" }, "text"), call, context)],
  ["pydantic.conbytes", constrained(() => plain({ type: "string", format: "binary" }, "text"))],
  ["pydantic.condecimal", constrained(() => ({ kind: "decimal", bounds: {} }))],
  ["pydantic.condate", constrained(() => plain({ type: "string", format: "date" }, "moment"))],
  ["pydantic.conlist", collection(false)],
  ["pydantic.conset", collection(true)],
  ["pydantic.confrozenset", collection(true)],
  ["builtins.type", (): PythonType => none],
]);
