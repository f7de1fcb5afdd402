import { introspecting } from "../annotations/introspecting.js";
import { type Context, locate } from "../context.js";
import { resolve } from "../names/resolve.js";
import { bodyText } from "../syntax/body-text.js";
import { calleeOf } from "../syntax/callee.js";
import type { FunctionDef } from "../syntax/nodes.js";

/** What keeps the signature of a function that a decorator puts another in place of. */
const keepsSignature = /\b(wraps|update_wrapper|__wrapped__|__signature__)\b/;

/** Warns of decorators of the program's own that may give a method another signature: truss goes by that. */
export function checkDecorators(method: FunctionDef, context: Context): void {
  for (const decorator of method.decorators) {
    const meaning = resolve(calleeOf(decorator), context.scope);
    if (meaning?.kind !== "function") continue;
    const body = bodyText(meaning.definition);
    if (!/\bdef\b/.test(body) || keepsSignature.test(body)) continue;
    const message = `What \`${meaning.definition.name}\` turns \`${method.name}\` into cannot be known without running Python; the signature is read as it is written`;
    const help = introspecting("let the decorator use `functools.wraps`");
    context.reader.reporter.warning("TC213", message, locate(decorator, context), help);
  }
}
