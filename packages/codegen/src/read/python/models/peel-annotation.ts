import { behindPiece, type MetadataPiece } from "../annotations/metadata-piece.js";
import { parseStringAnnotation } from "../annotations/string-annotation.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";

/** The annotation of a field without what says something of the field and not of its type. */
export interface PeeledAnnotation {
  readonly type: Expression;
  /** Where the type's names are looked up: an alias may be from elsewhere. */
  readonly context: Context;
  /** What `Annotated[…]` says, the inner first, each with the place of its names. */
  readonly metadata: readonly MetadataPiece[];
  /** The words around the type: `ClassVar`, `Final`, `Required`, …, by canonical name. */
  readonly wrappers: ReadonlySet<string>;
}

const wrapperNames: ReadonlySet<string> = new Set([
  "typing.ClassVar",
  "typing.Final",
  "typing.Required",
  "typing.NotRequired",
  "typing.ReadOnly",
  "dataclasses.InitVar",
  "dataclasses.KW_ONLY",
  "pydantic.OnErrorOmit",
]);

/** How many layers are peeled; ends circles of aliases. */
const mostLayers = 50;

/** Takes an annotation apart. */
export function peelAnnotation(annotation: Expression, context: Context): PeeledAnnotation {
  let peeled: PeeledAnnotation = { type: annotation, context, metadata: [], wrappers: new Set() };
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const next = peelOne(peeled);
    if (next === undefined) return peeled;
    peeled = next;
  }
  return peeled;
}

/** Takes one layer off, or gives `undefined` where none is left. */
function peelOne(peeled: PeeledAnnotation): PeeledAnnotation | undefined {
  const { type, context } = peeled;
  if (type.kind === "String") {
    const inner = parseStringAnnotation(type, context);
    return (
      inner && {
        ...peeled,
        type: inner,
        context: { ...context, within: context.within ?? { node: type, scope: context.scope } },
      }
    );
  }
  const isSubscript = type.kind === "Subscript";
  const meaning = resolve(isSubscript ? type.value : type, context.scope);
  if (meaning?.kind === "external") {
    return peelWord(peeled, meaning.name, isSubscript ? subscriptArguments(type.slice) : []);
  }
  if (meaning?.kind !== "assignment" || meaning.value.kind !== "Subscript" || isSubscript) return undefined;
  const alias: Context = {
    ...context,
    scope: meaning.enclosing,
    within: context.within ?? { node: type, scope: context.scope },
  };
  const head = resolve(meaning.value.value, meaning.enclosing);
  const isAnnotated = head?.kind === "external" && head.name === "typing.Annotated";
  return isAnnotated ? { ...peeled, type: meaning.value, context: alias } : undefined;
}

function peelWord(peeled: PeeledAnnotation, name: string, given: readonly Expression[]): PeeledAnnotation | undefined {
  const [inner, ...pieces] = given;
  if (name === "typing.Annotated" && inner !== undefined && pieces.length > 0) {
    const metadata = pieces.map((expression) => behindPiece(expression, peeled.context));
    return { ...peeled, type: inner, metadata: [...metadata, ...peeled.metadata] };
  }
  if (!wrapperNames.has(name) || peeled.wrappers.has(name) || pieces.length > 0) return undefined;
  return { ...peeled, type: inner ?? peeled.type, wrappers: new Set([...peeled.wrappers, name]) };
}
