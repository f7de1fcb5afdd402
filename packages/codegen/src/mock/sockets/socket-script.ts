import type { JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import { isObject } from "../validation/check-object.js";
import type { Location } from "../validation/location.js";
import { type Problem, problem } from "../validation/problem.js";

/** Something that the mock does over a websocket: it sends a text or bytes, or closes. */
export type ScriptStep =
  | { readonly kind: "send"; readonly data: string | Uint8Array }
  | { readonly kind: "close"; readonly code: number; readonly reason: string };

/** What the mock does over each websocket. */
export interface SocketScript {
  /** At once. */
  readonly greeting: readonly ScriptStep[];
  /** For the first message that comes, the second, and so on; every message after them is sent back as it came. */
  readonly replies: readonly (readonly ScriptStep[])[];
}

/** The longest reason that a frame holds, in bytes. */
const longestReason = 123;

/** Codes that no frame may have. */
const unsendableCodes: readonly number[] = [1004, 1005, 1006, 1015];

const form = 'Input should be a text, { "bytes": "<base64>" } or { "close": <code>, "reason": "…" }';

/** Reads `{ "greeting": […], "replies": [[…], …] }`, or says what is wrong with it. Both may be left out. */
export function readScript(answer: JsonValue): {
  readonly script: SocketScript;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  if (!isObject(answer)) problems.push(...problem([], "Input should be an object"));
  const fields = isObject(answer) ? answer : {};
  for (const key of Object.keys(fields).filter((name) => name !== "greeting" && name !== "replies")) {
    problems.push(...problem([key], "Extra inputs are not permitted"));
  }
  const greeting = readSteps(getOwn(fields, "greeting") ?? [], ["greeting"], problems);
  const replies = readList(getOwn(fields, "replies") ?? [], ["replies"], problems);
  const steps = replies.map((reply, at) => readSteps(reply, ["replies", at], problems));
  return { script: { greeting, replies: steps }, problems };
}

function readList(value: JsonValue, place: Location, problems: Problem[]): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  problems.push(...problem(place, "Input should be a valid list"));
  return [];
}

function readSteps(value: JsonValue, place: Location, problems: Problem[]): readonly ScriptStep[] {
  return readList(value, place, problems).flatMap((step, at) => {
    const read = readStep(step);
    if (read === undefined) problems.push(...problem([...place, at], form));
    return read ?? [];
  });
}

function readStep(step: JsonValue): ScriptStep | undefined {
  if (typeof step === "string") return { kind: "send", data: step };
  if (!isObject(step)) return undefined;
  const [bytes, close, reason = ""] = ["bytes", "close", "reason"].map((key) => getOwn(step, key));
  const keys = Object.keys(step).length;
  if (typeof bytes === "string" && keys === 1) return bytesStep(bytes);
  const hasNoOther = keys === (getOwn(step, "reason") === undefined ? 1 : 2);
  return typeof close === "number" && typeof reason === "string" && hasNoOther ? closeStep(close, reason) : undefined;
}

function bytesStep(base64: string): ScriptStep | undefined {
  const data = Buffer.from(base64, "base64");
  return data.toString("base64") === base64 ? { kind: "send", data } : undefined;
}

function closeStep(code: number, reason: string): ScriptStep | undefined {
  const isOfProtocol = code >= 1000 && code < 1015 && !unsendableCodes.includes(code);
  const isSendable = Number.isInteger(code) && (isOfProtocol || (code >= 3000 && code < 5000));
  return isSendable && Buffer.byteLength(reason) <= longestReason ? { kind: "close", code, reason } : undefined;
}
