import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../../../signature.js";
import { reportReplaceable } from "../annotations/problems.js";
import { type Context, locate, locationOf } from "../context.js";
import { generateObjectSchema, generateSchema, type SchemaOptions } from "../json-schema/generate.js";
import { inputMode, outputMode, type SchemaMode } from "../json-schema/mode.js";
import { describe } from "../models/titles.js";
import type { ClassBinding } from "../names/scope.js";
import type { FunctionDef } from "../syntax/nodes.js";
import { argumentsShape, callerParameters } from "./arguments.js";
import { chainNameOf, displayNameOf, runRemoteOf } from "./chainlets.js";
import type { Entrypoint } from "./choose-entrypoint.js";
import { checkEndpointTypes, checkWebSocket } from "./endpoint-types.js";
import { transportOf } from "./transport.js";

/** The parts of a signature that its `run_remote` says. */
type MethodSignature = Pick<ChainSignature, "transport" | "input" | "output">;

/** Reads the signature of an entrypoint; `undefined`, with a diagnostic, where it has no `run_remote`. */
export function readSignature(entrypoint: Entrypoint, context: Context): ChainSignature | undefined {
  return entrypoint.kind === "class"
    ? readClassSignature(entrypoint, context)
    : compose(functionName(context), {}, entrypoint.definition, context);
}

function readClassSignature(binding: ClassBinding, context: Context): ChainSignature | undefined {
  const found = runRemoteOf(binding);
  const { name, nameSpan, docstring } = binding.definition;
  if (found === undefined) {
    const message = `The entrypoint \`${name}\` has no \`run_remote\``;
    const help = "add `async def run_remote(self, …) -> …`";
    context.rooms.reporter.error("TC208", message, locationOf(nameSpan, binding.enclosing), help);
    return undefined;
  }
  reportReplaceable(binding, context);
  const chainName = chainNameOf(binding, context);
  const displayName = displayNameOf(binding, context);
  const description = describe(found.method.docstring) ?? describe(docstring);
  const head = {
    ...(chainName === undefined ? {} : { chainName }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
  };
  return compose(name, head, found.method, { ...context, scope: found.owner.body() });
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
  method: FunctionDef,
  context: Context,
): ChainSignature {
  const description = head.description ?? describe(method.docstring);
  return {
    formatVersion: 1,
    name,
    ...head,
    ...(description === undefined ? {} : { description }),
    source: context.scope.module.path,
    ...readMethod(name, method, context),
  };
}

function readMethod(name: string, method: FunctionDef, context: Context): MethodSignature {
  const parameters = callerParameters(method, context.scope.parent !== undefined);
  const transport = transportOf(parameters, method.returns, context);
  if (method.returns === undefined) {
    const help = "annotate it, e.g. `-> str`; `-> None` where it returns nothing";
    context.rooms.reporter.error(
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
  const output = transport === "json" ? readOutput(method, context) : undefined;
  checkEndpointTypes(parameters, method, context);
  return { transport, input, ...(output === undefined ? {} : { output }) };
}

function readOutput({ returns }: FunctionDef, context: Context): JsonSchema | undefined {
  if (returns === undefined) {
    return undefined;
  }
  return generateSchema(context.rooms.readType(returns, context), options(outputMode, context));
}

function options(mode: SchemaMode, context: Context): SchemaOptions {
  return {
    mode,
    report: ({ name, location }) => {
      const message = `pydantic has no JSON Schema for the type \`${name}\``;
      context.rooms.reporter.error("TC212", message, location, "use a type that has one");
    },
  };
}
