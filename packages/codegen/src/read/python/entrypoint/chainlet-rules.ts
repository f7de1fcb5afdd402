import { type Context, locate, locationOf } from "../context.js";
import { resolutionOrder } from "../models/class-bases.js";
import { methodsOf } from "../models/class-statements.js";
import type { ClassBinding } from "../names/scope.js";
import type { FunctionDef, Statement } from "../syntax/nodes.js";
import { callerParameters, reportMissingAnnotation } from "./arguments.js";
import { certainChainlets, certainEngineBuilders } from "./certain-classes.js";
import { runRemoteOf } from "./chainlets.js";
import type { Entrypoint } from "./choose-entrypoint.js";
import { hasUnknownBase, isChainlet } from "./class-knowledge.js";
import { checkClass, checkDistinctNames, checkEngineBuilder, checkMark } from "./class-rules.js";
import { checkEndpointTypes, checkSendable, checkWebSocket, takesWebSocket } from "./endpoint-types.js";
import { checkFile, checkFuture } from "./file-rules.js";
import { checkInit } from "./init-rules.js";
import { checkHealthCheck, checkIsMethod, formOf } from "./method-rules.js";
import { checkServed } from "./served-rules.js";
import { checkStreaming } from "./streaming-rules.js";

/**
 * Refuses what truss refuses when a chain is pushed. truss checks every chainlet of the file, and so does this: the
 * entrypoint by what its signature does not show, the others by their signatures as well.
 */
export function checkChainlets(entrypoint: Entrypoint | undefined, body: readonly Statement[], context: Context): void {
  if (!context.scope.module.path.endsWith(".pyi")) checkPushed(entrypoint, body, context);
  if (entrypoint !== undefined) checkEntrypoint(entrypoint, context);
}

function checkPushed(entrypoint: Entrypoint | undefined, body: readonly Statement[], context: Context): void {
  const certain = certainChainlets(body, context.scope);
  checkDistinctNames(certain, context);
  for (const binding of context.scope.names.values()) {
    if (binding.kind === "class") checkMark(binding, context);
  }
  for (const binding of certainEngineBuilders(body, context.scope)) checkEngineBuilder(binding, context);
  const served = entrypoint?.kind === "class" && isChainlet(entrypoint) ? [entrypoint] : [];
  const others = certain.filter(({ definition }) => definition !== entrypoint?.definition);
  if (served.length + others.length > 0) checkFile(body, context.scope, context);
  const checked = new Set<FunctionDef>();
  for (const chainlet of [...served, ...others]) {
    checkClass(chainlet, context);
    checkMethods(chainlet, chainlet === entrypoint, checked, context);
  }
}

/** What is served has to work as well. It may be a stub, of which truss sees nothing: its file is not what is pushed. */
function checkEntrypoint(entrypoint: Entrypoint, context: Context): void {
  const isClass = entrypoint.kind === "class";
  const found = isClass ? runRemoteOf(entrypoint) : { method: entrypoint.definition, owner: undefined };
  if (found === undefined) return;
  const inner = found.owner === undefined ? context : { ...context, scope: found.owner.body() };
  checkSendable(found.method, inner);
  if (formOf(found.method, inner) === "plain") checkStreaming(found.method, inner, "run_remote");
  if (isClass && isChainlet(entrypoint)) checkServed(entrypoint, found.method, inner);
}

/** A method of a class, its own or a base's, with the scope it is in. */
interface Member {
  readonly method: FunctionDef;
  readonly context: Context;
  /** How it is called in a message. */
  readonly subject: string;
}

function checkMethods(chainlet: ClassBinding, isServed: boolean, checked: Set<FunctionDef>, context: Context): void {
  const members = ["run_remote", "__init__", "is_healthy"].flatMap((name) =>
    memberOf(chainlet, name, isServed, context),
  );
  if (!isServed) checkHasRunRemote(chainlet, context);
  for (const member of members.filter(({ method }) => !checked.has(method))) {
    checked.add(member.method);
    checkFuture(member.method, member.context);
    checkMember(member);
    if (member.method.name === "run_remote" && !isServed) checkSignature(member);
  }
}

function memberOf(chainlet: ClassBinding, name: string, isServed: boolean, context: Context): readonly Member[] {
  for (const owner of resolutionOrder(chainlet)) {
    const method = methodsOf(owner.definition.body).findLast((candidate) => candidate.name === name);
    if (method !== undefined) {
      const subject = isServed ? name : `\`${owner.qualifiedName}.${name}\``;
      return [{ method, context: { ...context, scope: owner.body() }, subject }];
    }
  }
  return [];
}

function checkMember({ method, context, subject }: Member): void {
  switch (method.name) {
    case "__init__":
      if (formOf(method, context) !== "plain") return;
      checkIsMethod(method, context, subject);
      checkInit(method, context, subject);
      return;
    case "is_healthy":
      checkHealthCheck(method, context, subject);
      return;
    default:
      checkIsMethod(method, context, subject);
      if (formOf(method, context) === "plain") checkStreaming(method, context, subject);
  }
}

/** A base that is there to be derived from has to have the method, too: truss looks at every class. */
function checkHasRunRemote(chainlet: ClassBinding, context: Context): void {
  const isAssigned = resolutionOrder(chainlet).some((owner) => owner.body().names.has("run_remote"));
  if (isAssigned || runRemoteOf(chainlet) !== undefined || hasUnknownBase(chainlet)) return;
  const { name, nameSpan } = chainlet.definition;
  const message = `The chainlet \`${name}\` has no \`run_remote\`, and truss refuses every chainlet without one`;
  const help = "add it, or make the class a plain base that does not derive from `chains.ChainletBase`";
  context.reader.reporter.error("TC223", message, locationOf(nameSpan, chainlet.enclosing), help);
}

/** What reading the signature of an entrypoint checks. */
function checkSignature({ method, context, subject }: Member): void {
  const parameters = callerParameters(method, true);
  for (const parameter of parameters) {
    if (parameter.annotation === undefined) reportMissingAnnotation(parameter, context, subject);
  }
  if (method.returns === undefined) {
    const message = `${subject} has no return annotation`;
    const help = "annotate it, e.g. `-> str`; `-> None` if it returns nothing";
    context.reader.reporter.error("TC204", message, locate(method.nameSpan, context), help);
  }
  if (takesWebSocket(parameters, context.scope)) checkWebSocket(parameters, method, context, subject);
  else checkEndpointTypes(parameters, method, context, subject);
}
