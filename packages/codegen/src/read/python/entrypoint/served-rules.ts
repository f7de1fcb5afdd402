import { type Context, locate } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { FunctionDef, Parameter, Span } from "../syntax/nodes.js";
import { callerParameters } from "./arguments.js";
import { takesWebSocket } from "./endpoint-types.js";
import { type WrittenType, writtenClass, writtenTypes } from "./generated-server.js";
import { isAbstract } from "./method-rules.js";

/** Refuses a chainlet that truss takes, and generates a server for that fails at every call. */
export function checkServed(chainlet: ClassBinding, method: FunctionDef, context: Context): void {
  const parameters = callerParameters(method, true);
  checkIsConcrete(method, chainlet, context);
  if (takesWebSocket(parameters, context.scope)) {
    checkGivenByPosition(parameters, context);
  } else {
    checkWritten(method, parameters, context);
    checkHiding(parameters, context);
  }
  reportUnwritten(chainlet.definition.nameSpan, writtenClass(chainlet), context);
}

function checkIsConcrete(method: FunctionDef, { definition }: ClassBinding, context: Context): void {
  if (!isAbstract(method, context)) return;
  const message = `run_remote is abstract, so truss cannot create an object of \`${definition.name}\``;
  const help = "choose the class that implements it as the entrypoint, or remove the decorator";
  context.reader.reporter.error("TC223", message, locate(method.nameSpan, context), help);
}

/** The websocket is the one argument that truss gives by position. */
function checkGivenByPosition(parameters: readonly Parameter[], context: Context): void {
  for (const parameter of parameters) {
    if (parameter.kind !== "keyword-only" && parameter.kind !== "var-keyword") continue;
    const message = `run_remote: truss passes the websocket by position, which \`${parameter.name}\` does not accept`;
    context.reader.reporter.error("TC209", message, locate(parameter, context), "make it a plain argument");
  }
}

/** Every type by what truss writes for it; two modules must not be written alike. */
function checkWritten(method: FunctionDef, parameters: readonly Parameter[], context: Context): void {
  const modules = new Map<string, string>();
  const result = method.yields ? undefined : method.returns;
  for (const annotation of [...parameters.map((parameter) => parameter.annotation), result]) {
    if (annotation === undefined) continue;
    for (const written of writtenTypes(annotation, context)) {
      reportUnwritten(annotation, { ...written, problem: written.problem ?? clashOf(written, modules) }, context);
    }
  }
}

function reportUnwritten(place: Span, { problem }: WrittenType, context: Context): void {
  const location = locate(place, context);
  if (problem === undefined || context.reader.reporter.hasErrorIn(location)) return;
  context.reader.reporter.error("TC227", `run_remote: ${problem[0]}`, location, problem[1]);
}

function clashOf({ roots, module }: WrittenType, modules: Map<string, string>): WrittenType["problem"] {
  const [root] = roots;
  if (root === undefined || module === undefined) return undefined;
  const before = modules.get(root);
  modules.set(root, module);
  if (before === undefined || before === module) return undefined;
  const problem = `the server that truss generates imports both \`${before}\` and \`${module}\` as \`${root}\``;
  return [problem, "give one of the modules another name"];
}

/**
 * The arguments become fields of a class that truss generates. One with a default is assigned `None` in it, so that
 * from there on its name no longer means the type or the module that it meant.
 */
function checkHiding(parameters: readonly Parameter[], context: Context): void {
  const assigned = new Map<string, Parameter>();
  for (const parameter of parameters) {
    const { annotation, default: given, name } = parameter;
    if (annotation === undefined) continue;
    if (given !== undefined) assigned.set(name, parameter);
    const optional: readonly WrittenType[] = given === undefined ? [] : [{ roots: ["Optional"] }];
    for (const { roots, module } of [...optional, ...writtenTypes(annotation, context)]) {
      for (const root of roots) {
        const hiding = assigned.get(root);
        if (hiding !== undefined) reportHiding(hiding, { parameter, module }, context);
      }
    }
  }
}

/** An argument whose type is hidden, and the module that the type is looked up in, if it is. */
interface HiddenType {
  readonly parameter: Parameter;
  readonly module: string | undefined;
}

function reportHiding(hiding: Parameter, { parameter, module }: HiddenType, context: Context): void {
  const whose = hiding === parameter ? "its own type" : `the type of \`${parameter.name}\``;
  const what = module === undefined ? whose : `the module \`${module}\`, which has ${whose},`;
  const message = `run_remote: \`${hiding.name}\` has a default, and its name hides ${what} in the server that truss generates`;
  const help =
    module === undefined
      ? "give the argument another name, or no default"
      : "give the argument or the module another name, or the argument no default";
  context.reader.reporter.error("TC228", message, locate(hiding, context), help);
}
