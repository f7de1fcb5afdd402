import { checkKeywords } from "../annotations/known-keywords.js";
import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import { type Context, locationOf } from "../context.js";
import { resolutionOrder } from "../models/class-bases.js";
import { type Attribute, attributesOf } from "../models/class-statements.js";
import { resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import { calleeOf } from "../syntax/callee.js";
import type { Call, Expression, Span } from "../syntax/nodes.js";
import { hasUnknownBase, isChainlet } from "./class-knowledge.js";
import { otherKindOf } from "./other-kinds.js";
import { markerOf } from "./provision-marker.js";

/** Reports chainlets that have the name of another: truss keeps them all by name. */
export function checkDistinctNames(chainlets: readonly ClassBinding[], context: Context): void {
  const lines = new Map<string, number>();
  for (const { definition, enclosing } of chainlets) {
    const before = lines.get(definition.name);
    lines.set(definition.name, definition.line);
    if (before === undefined) continue;
    const message = `Two chainlets are named \`${definition.name}\`, the other in line ${before}, but truss needs unique names`;
    const location = locationOf(definition.nameSpan, enclosing);
    context.reader.reporter.error("TC226", message, location, "give one of them another name");
  }
}

/** Reports what truss refuses of a chainlet's class, beside its methods. */
export function checkClass(binding: ClassBinding, context: Context): void {
  checkDisplayName(binding, context);
  for (const attribute of attributesOf(binding.definition.body)) checkAttribute(attribute, binding, context);
}

function checkAttribute({ name, value, place }: Attribute, binding: ClassBinding, context: Context): void {
  const location = locationOf(place, binding.enclosing);
  const marker = markerOf(value, { ...context, scope: binding.body() }).kind;
  if (marker === "chainlet" || marker === "context") {
    const message = `\`${name}\` asks truss for something in the body of the class, where truss gives nothing`;
    const help = `make it an argument of \`__init__\`: \`def __init__(self, ${name} = chains.depends(…))\``;
    context.reader.reporter.error("TC225", message, location, help);
  }
  if (name === "is_healthy" && value !== undefined && literals.has(value.kind)) {
    const message = "`is_healthy` is a value, but truss calls it as a method";
    context.reader.reporter.error("TC223", message, location, "write `def is_healthy(self) -> bool`");
  }
}

/** Reports an engine builder that does not say what model it is. */
export function checkEngineBuilder(binding: ClassBinding, context: Context): void {
  const hasConfig = resolutionOrder(binding).some((owner) => owner.body().names.has("engine_builder_config"));
  if (hasConfig || hasUnknownBase(binding)) return;
  const { name, nameSpan } = binding.definition;
  const message = `The engine builder \`${name}\` has no \`engine_builder_config\`, and truss cannot import the file without it`;
  const help = "write `engine_builder_config = truss_config.TRTLLMConfiguration(…)`";
  context.reader.reporter.error("TC226", message, locationOf(nameSpan, binding.enclosing), help);
}

/** Reports a mark on a class that is no chainlet, and a mark that is called without a name. */
export function checkMark(binding: ClassBinding, context: Context): void {
  const mark = binding.definition.decorators.find((decorator) => isMark(decorator, binding));
  if (mark === undefined) return;
  const report = (place: Span, message: string, help: string): void => {
    context.reader.reporter.error("TC226", message, locationOf(place, binding.enclosing), help);
  };
  if (!isChainlet(binding) && otherKindOf(binding) === undefined && !hasUnknownBase(binding)) {
    const message = `\`${binding.definition.name}\` is marked as entrypoint, but is not a chainlet`;
    report(binding.definition.nameSpan, message, "derive it from `chains.ChainletBase`");
  }
  if (mark.kind === "Call") checkKeywords(mark, { ...context, scope: binding.enclosing });
  if (mark.kind === "Call" && !isNamed(mark)) {
    const help = 'write `@chains.mark_entrypoint`, or `@chains.mark_entrypoint("The name")`';
    report(mark, "`mark_entrypoint` is called without the name of the chain", help);
  }
}

function isMark(decorator: Expression, { enclosing }: ClassBinding): boolean {
  const meaning = resolve(calleeOf(decorator), enclosing);
  return meaning?.kind === "external" && meaning.name === "truss_chains.mark_entrypoint";
}

function isNamed(mark: Call): boolean {
  const name = argument(mark, "cls_or_chain_name", 0);
  return name !== undefined && name.kind !== "Number" && name.kind !== "Constant";
}

/** Expressions that are no objects of a class of truss's, and no methods. */
const literals: ReadonlySet<Expression["kind"]> = new Set(["Dict", "Constant", "String", "Number", "Collection"]);

/** What truss allows in the name that it shows. */
const displayable = /^[a-zA-Z0-9_-]+$/;

function checkDisplayName(binding: ClassBinding, context: Context): void {
  const config = configOf(binding);
  if (config !== undefined && isOtherThanConfig(config.value, config.owner)) {
    const location = locationOf(config.value, config.owner.enclosing);
    const message = `The \`remote_config\` of \`${binding.definition.name}\` is not a \`chains.RemoteConfig\``;
    context.reader.reporter.error("TC226", message, location, "write `remote_config = chains.RemoteConfig(…)`");
  }
  const given = config?.value.kind === "Call" ? argument(config.value, "name") : undefined;
  if (config !== undefined && given === undefined && !isPlainCall(config.value)) return;
  const scope = config?.owner.body() ?? binding.enclosing;
  const folded = given === undefined ? "" : asString(context.reader.fold(given, { ...context, scope }));
  const shown = folded === "" ? binding.definition.name : folded;
  if (shown === undefined || displayable.test(shown)) return;
  const place = given ?? binding.definition.nameSpan;
  const message = `truss does not accept the name ${JSON.stringify(shown)}: it allows ASCII letters, digits, \`_\` and \`-\``;
  const help = 'give another name: `remote_config = chains.RemoteConfig(name="…")`';
  context.reader.reporter.error("TC226", message, locationOf(place, binding.enclosing), help);
}

function configOf(binding: ClassBinding): { readonly value: Expression; readonly owner: ClassBinding } | undefined {
  for (const owner of resolutionOrder(binding)) {
    const found = attributesOf(owner.definition.body).findLast(({ name }) => name === "remote_config");
    if (found?.value !== undefined) return { value: found.value, owner };
  }
  return undefined;
}

function isPlainCall(value: Expression): boolean {
  return value.kind === "Call" && value.keywords.every(({ name }) => name !== undefined);
}

function isOtherThanConfig(value: Expression, owner: ClassBinding): boolean {
  if (value.kind === "Name" || value.kind === "Attribute") return resolve(value, owner.body())?.kind === "external";
  return literals.has(value.kind);
}
