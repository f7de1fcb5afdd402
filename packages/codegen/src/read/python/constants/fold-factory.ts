import type { Context } from "../context.js";
import type { Expression } from "../syntax/nodes.js";
import type { Constant } from "./constant.js";

/** What a `default_factory` makes: `list`, a class, or `lambda: [1, 2]`. `undefined` where only running it can tell. */
export function foldFactory(factory: Expression, context: Context): Constant | undefined {
  if (factory.kind === "Lambda") {
    return factory.params.length === 0 ? context.reader.fold(factory.body, context) : undefined;
  }
  return context.reader.fold({ ...factory, kind: "Call", func: factory, args: [], keywords: [] }, context);
}
