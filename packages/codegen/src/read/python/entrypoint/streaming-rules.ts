import { type Context, locate } from "../context.js";
import { bodyText } from "../syntax/body-text.js";
import type { FunctionDef } from "../syntax/nodes.js";
import { isIterator } from "./iterators.js";

/**
 * To truss a method streams where it has a `yield`. Such a method is asynchronous and says that it gives an iterator,
 * and no other method says so.
 */
export function checkStreaming(method: FunctionDef, context: Context, subject: string): void {
  const { returns } = method;
  const { reporter } = context.reader;
  if (method.yields && !method.async) {
    const message = `${subject} has a \`yield\` and is not async, but truss streams only from async methods`;
    reporter.error("TC224", message, locate(method.nameSpan, context), "write `async def`");
  }
  if (returns === undefined || isStub(method, context)) return;
  const says = isIterator(returns, context);
  if (method.yields && !says) {
    const message = `${subject} has a \`yield\`, but its annotation is not an iterator`;
    const help = "annotate it with `-> AsyncIterator[str]` or `-> AsyncIterator[bytes]`, or return one value";
    reporter.error("TC224", message, locate(returns, context), help);
  }
  if (!method.yields && says) {
    const message = `${subject} is annotated as an iterator, but has no \`yield\``;
    const help = "yield the items: `async for item in items: yield item`";
    reporter.error("TC224", message, locate(returns, context), help);
  }
}

/** Whether a method is there for its signature alone. */
function isStub(definition: FunctionDef, context: Context): boolean {
  const body = bodyText(definition).trimEnd();
  const isEmpty = definition.docstring === undefined ? body === "..." : body.endsWith("...");
  return isEmpty || context.scope.module.path.endsWith(".pyi");
}
