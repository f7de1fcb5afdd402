import { argument } from "../constants/call-arguments.js";
import { type Context, locate } from "../context.js";
import { resolutionOrder } from "../models/class-bases.js";
import { classKind } from "../models/class-kind.js";
import { type Meaning, resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import type { Call, Expression, FunctionDef, Parameter, Span } from "../syntax/nodes.js";
import { runRemoteOf } from "./chainlets.js";
import { derivesFrom, hasUnknownBase, isChainlet, isPythonsOwn } from "./class-knowledge.js";
import { takesWebSocket } from "./endpoint-types.js";
import { markerOf } from "./provision-marker.js";

/** A check of one `__init__`. */
interface Check {
  readonly context: Context;
  /** How the method is called in a message. */
  readonly subject: string;
}

/**
 * truss makes a chainlet itself: it can give its `__init__` other chainlets, each asked for by `chains.depends`, and a
 * context as the last argument.
 */
export function checkInit({ params }: FunctionDef, context: Context, subject: string): void {
  const check: Check = { context, subject };
  const [self, ...others] = params;
  if (self?.name !== "self") return;
  const last = others.at(-1);
  if (last !== undefined) checkContext(last, check);
  checkDependencies(last?.name === "context" ? others.slice(0, -1) : others, check);
}

function report(check: Check, place: Span, problem: string, help: string): void {
  const { context, subject } = check;
  context.reader.reporter.error("TC225", `${subject}: ${problem}`, locate(place, context), help);
}

function checkContext(parameter: Parameter, check: Check): void {
  const marker = markerOf(parameter.default, check.context);
  const help = "write `context: chains.DeploymentContext = chains.depends_context()` as the last argument";
  if (parameter.name !== "context") {
    if (marker.kind !== "context") return;
    report(check, parameter, `what \`depends_context\` gives must be named \`context\``, help);
  } else if (marker.kind === "none" || marker.kind === "chainlet") {
    report(check, parameter, "`context` must be requested with `chains.depends_context()`", help);
  } else if (parameter.annotation !== undefined && isOtherThanContext(parameter.annotation, check.context)) {
    report(check, parameter.annotation, "the type of `context` is not `chains.DeploymentContext`", help);
  }
}

function isOtherThanContext(annotation: Expression, { scope }: Context): boolean {
  if (annotation.kind === "String" || annotation.kind === "Subscript" || annotation.kind === "BinaryOperation") {
    return true;
  }
  const meaning = resolve(annotation, scope);
  return meaning?.kind === "external" && isPythonsOwn(meaning.name);
}

function checkDependencies(parameters: readonly Parameter[], check: Check): void {
  const used = new Set<unknown>();
  for (const parameter of parameters) {
    const marker = markerOf(parameter.default, check.context);
    if (parameter.name === "context") {
      report(check, parameter, "`context` must be the last argument", "move it to the end");
    } else if (marker.kind === "none") {
      const problem = `truss creates the chainlet, and has nothing to give for \`${parameter.name}\``;
      const help = "give it the default `chains.depends(…)`, or create the value in `__init__`";
      report(check, parameter, problem, help);
    } else if (marker.kind === "chainlet") {
      checkDependency(parameter, marker.call, used, check);
    }
  }
}

function checkDependency(parameter: Parameter, call: Call, used: Set<unknown>, check: Check): void {
  const given = argument(call, "chainlet_cls", 0);
  const meaning = given === undefined ? undefined : resolve(given, check.context.scope);
  const problem = problemOf(given, meaning);
  if (problem !== undefined) {
    report(check, parameter, `${problem[0]}, in the default of \`${parameter.name}\``, problem[1]);
  }
  if (meaning?.kind !== "class") return;
  if (used.has(meaning.definition)) {
    const repeated = `\`${meaning.qualifiedName}\` is requested a second time, for \`${parameter.name}\``;
    report(check, parameter, repeated, "use the first argument");
  }
  used.add(meaning.definition);
  if (parameter.annotation !== undefined) checkAnnotation(parameter.annotation, meaning, parameter, check);
}

/** What is wrong with the class that `depends` is given, and what to do. */
function problemOf(
  given: Expression | undefined,
  meaning: Meaning | undefined,
): readonly [problem: string, help: string] | undefined {
  const help = "give `chains.depends` the class of another chainlet";
  if (given === undefined || given.kind === "String") return ["`chains.depends` is not given a class", help];
  if (meaning?.kind !== "class") return undefined;
  const { qualifiedName } = meaning;
  if (isOtherThanChainlet(meaning)) return [`\`${qualifiedName}\` is not a chainlet`, help];
  if (!servesWebSocket(meaning)) return undefined;
  return [
    `\`${qualifiedName}\` is a websocket, which only an entrypoint may be`,
    "call it from outside, or make it answer with a value",
  ];
}

const chainletBases = ["ChainletBase", "EngineBuilderLLMChainlet", "TrussChainlet"].map(
  (name) => `truss_chains.${name}`,
);

function isOtherThanChainlet(binding: ClassBinding): boolean {
  return !derivesFrom(binding, chainletBases) && !hasUnknownBase(binding);
}

function servesWebSocket(binding: ClassBinding): boolean {
  const found = runRemoteOf(binding);
  return found !== undefined && takesWebSocket(found.method.params, found.owner.body());
}

/** The annotation is the class itself, one that it derives from, or a protocol. */
function checkAnnotation(annotation: Expression, dependency: ClassBinding, { name }: Parameter, check: Check): void {
  if (!isOtherThanDependency(annotation, dependency, check.context)) return;
  const problem = `the type of \`${name}\` is not the chainlet that \`chains.depends\` names`;
  report(check, annotation, problem, `write \`${name}: ${dependency.definition.name} = …\`, without quotes`);
}

function isOtherThanDependency(annotation: Expression, dependency: ClassBinding, { scope }: Context): boolean {
  if (annotation.kind === "String" || annotation.kind === "Constant") return true;
  const meaning = resolve(annotation, scope);
  if (meaning?.kind === "external") return meaning.name === "typing.Any";
  if (meaning?.kind !== "class") return false;
  const isBase = resolutionOrder(dependency).some(({ definition }) => definition === meaning.definition);
  return !isBase && (isChainlet(meaning) || classKind(meaning) === "model");
}
