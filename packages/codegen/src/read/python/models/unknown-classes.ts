import { introspecting } from "../annotations/introspecting.js";
import { printName } from "../annotations/type-expression.js";
import { type Context, locationOf } from "../context.js";
import { isOfKnownLibrary } from "../names/known-libraries.js";
import { type Meaning, resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import { bodyText } from "../syntax/body-text.js";
import { calleeOf } from "../syntax/callee.js";
import type { Span } from "../syntax/nodes.js";

/** Libraries whose classes are read, beside those that are known to have no fields. */
const readLibraries = /^(truss_chains|pydantic_settings)\./;

/**
 * Reports the bases of a class, and of its bases, that only running Python can tell: a class of another library, or one
 * that a call makes. Says whether there are any.
 */
export function reportUnknownBases(order: readonly ClassBinding[], consequence: string, context: Context): boolean {
  const unknown = order.flatMap(({ definition, enclosing }) =>
    definition.bases
      .map((given) => (given.kind === "Subscript" ? given.value : given))
      .filter((base) => isUnknown(resolve(base, enclosing)))
      .map((base) => ({ base, name: definition.name, enclosing })),
  );
  for (const { base, name, enclosing } of unknown) {
    const named =
      base.kind === "Name" || base.kind === "Attribute" ? `\`${printName(base)}\`` : "a base that is computed";
    const message = `What \`${name}\` inherits from ${named} cannot be known without running Python; ${consequence}`;
    const help = introspecting("derive it from classes that are written out");
    context.reader.reporter.warning("TC214", message, locationOf(base, enclosing), help);
  }
  return unknown.length > 0;
}

/** Reports a decorator that may make a class what pydantic knows, as only running Python can tell. */
export function reportUnknownDecorator({ definition, enclosing }: ClassBinding, context: Context): boolean {
  const unknown = definition.decorators.find((decorator) => {
    const meaning = resolve(calleeOf(decorator), enclosing);
    return meaning?.kind === "function" || isUnknown(meaning);
  });
  if (unknown === undefined) return false;
  const message = `What its decorator turns \`${definition.name}\` into cannot be known without running Python; it becomes \`unknown\``;
  const help = introspecting("use a pydantic model, or a decorator `dataclass`");
  context.reader.reporter.warning("TC214", message, locationOf(unknown, enclosing), help);
  return true;
}

/** What a decorator does that gives out another class than it was given, or changes that. */
const altersClass =
  /^[ \t]*class \w|\b(create_model|type|setattr)\(|\b(model_rebuild|model_fields|__pydantic_config__)\b/m;

/** Reports what may make another class of one than its body says: a decorator of the program's own, or a later change. */
export function reportAlterations({ definition, enclosing, changedBy }: ClassBinding, context: Context): void {
  const report = (message: string, place: Span): void => {
    const help = introspecting("write it into the body of the class");
    context.reader.reporter.warning("TC214", message, locationOf(place, enclosing), help);
  };
  for (const decorator of definition.decorators) {
    const meaning = resolve(calleeOf(decorator), enclosing);
    if (meaning?.kind !== "function") continue;
    if (!altersClass.test(bodyText(meaning.definition))) continue;
    const { name } = meaning.definition;
    const message = `What \`${name}\` makes of \`${definition.name}\` cannot be known without running Python; the class is read as it is written`;
    report(message, decorator);
  }
  if (changedBy === undefined) return;
  report(`\`${definition.name}\` is changed after its body; the class is read as its body says`, changedBy);
}

function isUnknown(meaning: Meaning | undefined): boolean {
  switch (meaning?.kind) {
    case "external":
      return !isOfKnownLibrary(meaning.name) && !readLibraries.test(meaning.name);
    case undefined:
    case "assignment":
    case "computed":
      return true;
    default:
      return false;
  }
}
