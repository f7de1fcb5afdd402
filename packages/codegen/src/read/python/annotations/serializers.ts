import { argument } from "../constants/call-arguments.js";
import { asString, type Constant } from "../constants/constant.js";
import { constantCalls } from "../constants/constant-calls.js";
import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Call } from "../syntax/nodes.js";
import { changedByCode, none, type PythonType } from "../types/python-type.js";
import { unknownReturn } from "./problems.js";

/** What `WrapSerializer(…)` makes of a type. */
export function wrapSerializer(type: PythonType, call: Call, context: Context): PythonType {
  return changedByCode(givesOut(type, call, context));
}

/** What `PlainSerializer(…)` makes of a type, and of a default. */
export function plainSerializer(type: PythonType, call: Call, context: Context): PythonType {
  return changedByCode(givesOut(type, call, context), (value) => serializedDefault(value, call, context));
}

/** A serializer that gives out something else than the type says, where its return type is known. */
function givesOut(type: PythonType, call: Call, context: Context): PythonType {
  const serialization = readReturnType(call, context);
  if (serialization === undefined) {
    unknownReturn("the serializer", call, context);
    return type;
  }
  const isNullable = type.kind === "nullable" && skipsNone(call, context);
  const written: PythonType = isNullable ? { kind: "union", members: [none, serialization] } : serialization;
  return { kind: "modal", validation: type, serialization: written, isSerializer: true };
}

/** Whether a serializer is not asked about `None`. */
export function skipsNone(call: Call, context: Context): boolean {
  const whenUsed = argument(call, "when_used");
  return asString(whenUsed && context.reader.fold(whenUsed, context))?.endsWith("unless-none") === true;
}

function readReturnType(call: Call, context: Context): PythonType | undefined {
  const given = argument(call, "return_type");
  if (given !== undefined) return context.reader.readType(given, context);
  const serializer = argument(call, "func", 0);
  const meaning = serializer === undefined ? undefined : resolve(serializer, context.scope);
  const isClass = meaning?.kind === "class" || (meaning?.kind === "external" && builtinClass.test(meaning.name));
  if (isClass && serializer !== undefined) return context.reader.readType(serializer, context);
  if (meaning?.kind !== "function" || meaning.definition.returns === undefined) return undefined;
  return context.reader.readType(meaning.definition.returns, { ...context, scope: meaning.enclosing });
}

/** The built-in functions that are classes: what they return is one. */
const builtinClass = /^builtins\.(str|int|float|bool|bytes|list|tuple|dict|set|frozenset)$/;

/** What a serializer makes of a default: one that is told more than the value is not asked. */
function serializedDefault(value: Constant, call: Call, context: Context): Constant | undefined {
  const serializer = argument(call, "func", 0);
  if (serializer === undefined || (value.kind === "none" && skipsNone(call, context))) return value;
  if (serializer.kind === "Lambda") return serializer.params.length > 1 ? value : undefined;
  const meaning = resolve(serializer, context.scope);
  if (meaning?.kind === "function") return meaning.definition.params.length > 1 ? value : undefined;
  const known = meaning?.kind === "external" ? constantCalls.get(meaning.name) : undefined;
  return known?.({ positional: [value], keywords: new Map() });
}
