import type { ChainSignature, FrameSchemas, JsonSchema, JsonValue } from "../../signature.js";
import { compileSchema, type Prepared } from "../compile-schema.js";
import { streamAnswer, wantsGathered } from "../http/stream-answer.js";
import { getOwn } from "../json/own-property.js";
import { createSampler, type Sampler } from "../sample/sampler.js";
import { isObject } from "../validation/check-object.js";
import type { Problem } from "../validation/problem.js";
import type { Validator } from "../validation/validator.js";
import type { Answering } from "./answering.js";
import { type FrameKind, frameBytes, spoiledFrames } from "./frame-bytes.js";

/** How many items a sample has. */
const sampleItems = 3;

/** One kind of frame of a stream. */
interface FrameForm {
  readonly kind: FrameKind;
  readonly schema: JsonSchema;
  readonly validate: Validator;
}

/**
 * Answers with a stream of frames. In JSON it is `{ "header": …, "items": […], "footer": … }`. A declared footer that is
 * left out is what a chain leaves out that raises before it.
 */
export async function framedAnswering(signature: ChainSignature): Promise<Prepared<{ readonly answering: Answering }>> {
  const forms: FrameForm[] = [];
  for (const [kind, schema] of framesOf(signature.frames ?? { item: true })) {
    const compiled = await compileSchema(schema, "output", signature, kind);
    if (!compiled.ok) return compiled;
    forms.push({ kind, schema, validate: compiled.validate });
  }
  const outline = await compileSchema(outlineOf(forms), "output", signature);
  if (!outline.ok) return outline;
  const answering: Answering = {
    validate: (answer) => {
      const problems = outline.validate(answer);
      return problems.length > 0 ? problems : forms.flatMap((form) => problemsOf(form, answer));
    },
    createSampler: (seed) => createFrameSampler(forms, seed),
    write: (answer, call) => {
      const frames = forms.flatMap(({ kind }) => contentsOf(kind, answer).map((content) => frameBytes(kind, content)));
      return wantsGathered(call) ? spoiledFrames(frames.length) : streamAnswer(frames);
    },
  };
  return { ok: true, answering };
}

/** The kinds of frames in the order that they come in. */
function framesOf({ header, item, footer }: FrameSchemas): readonly (readonly [FrameKind, JsonSchema])[] {
  const kinds: [FrameKind, JsonSchema | undefined][] = [
    ["header", header],
    ["item", item],
    ["footer", footer],
  ];
  return kinds.flatMap(([kind, schema]) => (schema === undefined ? [] : [[kind, schema] as const]));
}

/** The schema of an answer as a whole, of whose parts nothing is said yet. */
function outlineOf(forms: readonly FrameForm[]): JsonSchema {
  const members = forms.map(({ kind }): [string, JsonSchema] => [
    keyOf(kind),
    kind === "item" ? { type: "array" } : {},
  ]);
  const required = forms.flatMap(({ kind }) => (kind === "footer" ? [] : [keyOf(kind)]));
  return { type: "object", properties: Object.fromEntries(members), required, additionalProperties: false };
}

function keyOf(kind: FrameKind): string {
  return kind === "item" ? "items" : kind;
}

/** What an answer says of the frames of a kind. */
function contentsOf(kind: FrameKind, answer: JsonValue): readonly JsonValue[] {
  const content = isObject(answer) ? getOwn(answer, keyOf(kind)) : undefined;
  if (content === undefined) return [];
  return kind === "item" && Array.isArray(content) ? content : [content];
}

function problemsOf({ kind, validate }: FrameForm, answer: JsonValue): readonly Problem[] {
  return contentsOf(kind, answer).flatMap((content, at) => {
    const place = kind === "item" ? ["items", at] : [kind];
    return validate(content).map((problem) => ({ ...problem, location: [...place, ...problem.location] }));
  });
}

async function createFrameSampler(forms: readonly FrameForm[], seed: number): Promise<Sampler | undefined> {
  const samplers: [FrameKind, Sampler][] = [];
  for (const { kind, schema, validate } of forms) {
    const sampler = await createSampler(schema, validate, seed);
    if (sampler === undefined) return undefined;
    samplers.push([kind, sampler]);
  }
  return (number) =>
    Object.fromEntries(samplers.map(([kind, sampler]) => [keyOf(kind), sampleOf(kind, sampler, number)]));
}

function sampleOf(kind: FrameKind, sampler: Sampler, number: number): JsonValue {
  return kind === "item" ? Array.from({ length: sampleItems }, (_, at) => sampler(number + at)) : sampler(number);
}
