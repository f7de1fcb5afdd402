import type { ChainSignature, JsonSchema, JsonSchemaObject, Transport } from "../../../signature.js";
import { similarName } from "../../../similar-name.js";
import { introspecting } from "../annotations/introspecting.js";
import { reportReplaceable } from "../annotations/problems.js";
import { type Context, locate, locationOf } from "../context.js";
import { generateObjectSchema, generateSchema, type SchemaOptions } from "../json-schema/generate.js";
import { frameMode, inputMode, outputMode, type SchemaMode } from "../json-schema/mode.js";
import { describe } from "../models/titles.js";
import type { ClassBinding } from "../names/scope.js";
import { anything } from "../types/python-type.js";
import { argumentsShape, callerParameters } from "./arguments.js";
import { assignsRunRemote, chainNameOf, displayNameOf, methodNames, runRemoteOf } from "./chainlets.js";
import type { Entrypoint } from "./choose-entrypoint.js";
import { checkEndpointTypes, checkWebSocket } from "./endpoint-types.js";
import { checkDecorators } from "./replaced-signature.js";
import type { CalledFunction } from "./streams/code.js";
import { readFrames } from "./streams/read-frames.js";
import { transportOf } from "./transport.js";

/** The parts of a signature that its `run_remote` says. */
type MethodSignature = Pick<ChainSignature, "transport" | "input" | "output" | "frames">;

/** Reads the signature of an entrypoint; `undefined`, with a diagnostic, where it has no `run_remote`. */
export function readSignature(entrypoint: Entrypoint, context: Context): ChainSignature | undefined {
  return entrypoint.kind === "class"
    ? readClassSignature(entrypoint, context)
    : compose(functionName(context), {}, { ...entrypoint, owner: undefined }, context);
}

function readClassSignature(binding: ClassBinding, context: Context): ChainSignature | undefined {
  const found = runRemoteOf(binding);
  const { name, docstring } = binding.definition;
  if (found === undefined) {
    reportMissing(binding, context);
    return undefined;
  }
  reportReplaceable(binding, context.reader);
  const chainName = chainNameOf(binding, context);
  const displayName = displayNameOf(binding, context);
  const description = describe(found.method.docstring) ?? describe(docstring);
  const head = {
    ...(chainName === undefined ? {} : { chainName }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
  };
  const enclosing = found.owner.body();
  const runRemote: CalledFunction = { definition: found.method, enclosing, owner: binding };
  return compose(name, head, runRemote, { ...context, scope: enclosing });
}

function reportMissing(binding: ClassBinding, { reader }: Context): void {
  const { name, nameSpan } = binding.definition;
  const location = locationOf(nameSpan, binding.enclosing);
  if (assignsRunRemote(binding)) {
    const message = `The \`run_remote\` of the entrypoint \`${name}\` is assigned, and cannot be known without running Python`;
    reader.reporter.error("TC208", message, location, introspecting("write it as a method"));
    return;
  }
  const similar = similarName("run_remote", methodNames(binding));
  const rename = similar === undefined ? "" : `, or rename \`${similar}\` to \`run_remote\``;
  const help = `add \`async def run_remote(self, …) -> …\`${rename}`;
  reader.reporter.error("TC208", `The entrypoint \`${name}\` has no \`run_remote\``, location, help);
}

/** A function that stands alone has the name of its file, as a class would be named. */
function functionName(context: Context): string {
  const words = context.scope.module.name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return name === "" ? "Chain" : name;
}

function compose(
  name: string,
  head: Pick<ChainSignature, "chainName" | "displayName" | "description">,
  runRemote: CalledFunction,
  context: Context,
): ChainSignature {
  const description = head.description ?? describe(runRemote.definition.docstring);
  return {
    formatVersion: 1,
    name,
    ...head,
    ...(description === undefined ? {} : { description }),
    source: context.scope.module.path,
    ...readMethod(name, runRemote, context),
  };
}

function readMethod(name: string, runRemote: CalledFunction, context: Context): MethodSignature {
  const { definition: method } = runRemote;
  checkDecorators(method, context);
  const parameters = callerParameters(method, context.scope.parent !== undefined);
  const transport = transportOf(parameters, method.returns, context);
  if (method.returns === undefined) {
    const help = "annotate it, e.g. `-> str`; `-> None` if it returns nothing";
    context.reader.reporter.error(
      "TC204",
      "run_remote has no return annotation",
      locate(method.nameSpan, context),
      help,
    );
  }
  if (transport === "websocket") {
    checkWebSocket(parameters, method, context);
    return { transport };
  }
  const input: JsonSchemaObject = generateObjectSchema(
    argumentsShape(name, parameters, context),
    options(inputMode, context),
  );
  const answer = readAnswer(transport, runRemote, context);
  checkEndpointTypes(parameters, method, context);
  return { input, ...answer };
}

/** How the method answers, and with what. */
function readAnswer(transport: Transport, runRemote: CalledFunction, context: Context): MethodSignature {
  if (transport === "byte-stream") {
    const frames = readFrames(runRemote, options(frameMode, context), context);
    return frames === undefined ? { transport } : { transport: "framed-stream", frames };
  }
  const output = transport === "json" ? readOutput(runRemote.definition, context) : undefined;
  return { transport, ...(output === undefined ? {} : { output }) };
}

/** What a method with a `yield` says that it returns is no type of a value, and is refused for that alone. */
function readOutput({ returns, yields }: CalledFunction["definition"], context: Context): JsonSchema | undefined {
  if (returns === undefined) return undefined;
  const type = yields ? anything : context.reader.readType(returns, context);
  return generateSchema(type, options(outputMode, context));
}

function options(mode: SchemaMode, context: Context): SchemaOptions {
  return {
    mode,
    report: ({ name, location }) => {
      const message = `pydantic has no JSON Schema for the type \`${name}\``;
      context.reader.reporter.error("TC212", message, location, "use a type that has one");
    },
    warn: ({ message, location, help }) => context.reader.reporter.warning("TC242", message, location, help),
  };
}
