import type { Context } from "../context.js";
import type { Call, Expression } from "../syntax/nodes.js";
import type { Constant } from "./constant.js";

/** The arguments of a call, by position and by keyword, whose values are all known. */
export interface ConstantArguments {
  readonly positional: readonly Constant[];
  readonly keywords: ReadonlyMap<string, Constant>;
}

/** Works out the arguments of a call; `undefined` where one of them is not known, or unpacked. */
export function constantArguments(call: Call, context: Context): ConstantArguments | undefined {
  const positional = foldAll(call.args, context);
  const keywords = new Map<string, Constant>();
  for (const keyword of call.keywords) {
    const value = context.rooms.fold(keyword.value, context);
    if (keyword.name === undefined || value === undefined) {
      return undefined;
    }
    keywords.set(keyword.name, value);
  }
  return positional === undefined ? undefined : { positional, keywords };
}

/** The values of expressions, or `undefined` where one of them is not known. */
export function foldAll(expressions: readonly Expression[], context: Context): readonly Constant[] | undefined {
  const values: Constant[] = [];
  for (const expression of expressions) {
    const value = context.rooms.fold(expression, context);
    if (value === undefined) {
      return undefined;
    }
    values.push(value);
  }
  return values;
}

/** The expression given for a parameter, by keyword or at a position. */
export function argument(call: Call, name: string, position?: number): Expression | undefined {
  const keyword = call.keywords.find((candidate) => candidate.name === name);
  return keyword?.value ?? (position === undefined ? undefined : call.args[position]);
}
