import { printName } from "../../annotations/type-expression.js";
import { type Context, locate } from "../../context.js";
import { classKind } from "../../models/class-kind.js";
import type { ClassBinding } from "../../names/scope.js";
import type { Expression } from "../../syntax/nodes.js";
import { anything, type PythonType } from "../../types/python-type.js";
import type { Code } from "./code.js";
import type { OriginFinder } from "./origins.js";

/**
 * The model that `stream_types` is given for a kind of frame; `undefined` where it cannot be known. What is no model is
 * refused: its first frame would fail.
 */
export function readFrameModel(
  given: Expression,
  code: Code,
  origins: OriginFinder,
  outer: Context,
): PythonType | undefined {
  const context: Context = { ...outer, scope: code.scope };
  const [origin, ...more] = origins.originsOf(given, code);
  if (origin === undefined || more.length > 0) return undefined;
  switch (origin.kind) {
    case "class":
      return readClass(origin.binding, given, context);
    case "external":
      return modelOnly(context.reader.readType(given, context), given, context);
    case "expression": {
      const { expression } = origin;
      const type = context.reader.readType(expression, { ...context, scope: origin.code.scope });
      return modelOnly(type, given, context);
    }
    default:
      return undefined;
  }
}

function readClass(binding: ClassBinding, given: Expression, context: Context): PythonType {
  const isModel = ["model", "root-model"].includes(classKind(binding));
  return isModel ? context.reader.readClass(binding, { arguments: [], place: given }, context) : refuse(given, context);
}

/** What is not known, and was reported as that, may well be a model. */
function modelOnly(type: PythonType, given: Expression, context: Context): PythonType {
  return type.kind === "reference" || type === anything ? type : refuse(given, context);
}

function refuse(given: Expression, context: Context): PythonType {
  const message = `run_remote: a stream's frames are pydantic models, but \`${printName(given)}\` is not one`;
  const help = "make it a field of a model, and give `stream_types` that model";
  context.reader.reporter.error("TC217", message, locate(given, context), help);
  return anything;
}
