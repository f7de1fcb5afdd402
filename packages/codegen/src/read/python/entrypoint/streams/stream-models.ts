import { checkKeywords } from "../../annotations/known-keywords.js";
import { argument } from "../../constants/call-arguments.js";
import type { Context } from "../../context.js";
import type { Call, Expression } from "../../syntax/nodes.js";
import type { PythonType } from "../../types/python-type.js";
import type { Code } from "./code.js";
import type { WriterCall } from "./find-writers.js";
import type { OriginFinder } from "./origins.js";
import { readFrameModel } from "./read-frame-model.js";

/** The models of a stream's frames. */
export interface StreamModels {
  readonly header: PythonType | undefined;
  readonly item: PythonType;
  readonly footer: PythonType | undefined;
}

/** What `stream_writer(…)` is given, for each thing that it may be; `undefined` where that cannot be known. */
export function streamModels(
  { call, code }: WriterCall,
  origins: OriginFinder,
  context: Context,
): readonly (StreamModels | undefined)[] {
  checkKeywords(call, { ...context, scope: code.scope }, "truss_chains.streaming.stream_writer");
  const types = argument(call, "types", 0);
  if (types === undefined || isUnpacked(call)) return [undefined];
  return origins.originsOf(types, code).map((origin) => {
    const isDeclared = origin.kind === "expression" && declaresStream(origin.expression, origin.code, origins);
    return isDeclared && origin.expression.kind === "Call"
      ? readModels({ call: origin.expression, code: origin.code }, origins, context)
      : undefined;
  });
}

const streamTypes = "truss_chains.streaming.stream_types";

/** Whether an expression is a call of `stream_types` whose arguments are written out. */
function declaresStream(expression: Expression, code: Code, origins: OriginFinder): boolean {
  if (expression.kind !== "Call" || isUnpacked(expression)) return false;
  const [origin] = origins.originsOf(expression.func, code);
  return origin?.kind === "external" && origin.name === streamTypes;
}

/** Whether a call has arguments that are not written out: `*types`, `**types`. */
function isUnpacked({ args, keywords }: Call): boolean {
  return args.some(({ kind }) => kind === "Starred") || keywords.some(({ name }) => name === undefined);
}

function readModels({ call, code }: WriterCall, origins: OriginFinder, context: Context): StreamModels | undefined {
  checkKeywords(call, { ...context, scope: code.scope }, streamTypes);
  const read = (given: Expression | undefined): PythonType | "none" | undefined =>
    given === undefined || isNone(given) ? "none" : readFrameModel(given, code, origins, context);
  const header = read(argument(call, "header_type"));
  const item = read(argument(call, "item_type", 0));
  const footer = read(argument(call, "footer_type"));
  if (header === undefined || item === undefined || item === "none" || footer === undefined) return undefined;
  return { header: header === "none" ? undefined : header, item, footer: footer === "none" ? undefined : footer };
}

function isNone(expression: Expression): boolean {
  return expression.kind === "Constant" && expression.value === "None";
}
