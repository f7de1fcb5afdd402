import type { FrameSchemas } from "../../../../signature.js";
import { type Context, locationOf, type Place } from "../../context.js";
import { generateSchema, type SchemaOptions } from "../../json-schema/generate.js";
import type { CalledFunction } from "./code.js";
import { findWriters, type WriterCall } from "./find-writers.js";
import { type StreamModels, streamModels } from "./stream-models.js";

/**
 * The frames of a stream of bytes that `run_remote` writes through `stream_writer`; `undefined` for a stream of plain
 * bytes, and, with a diagnostic, where it cannot be known what the frames are.
 */
export function readFrames(
  runRemote: CalledFunction,
  options: SchemaOptions,
  context: Context,
): FrameSchemas | undefined {
  const { calls, unclear, origins } = findWriters(runRemote);
  const streams = calls.flatMap((call) => streamModels(call, origins, context).map((models) => ({ call, models })));
  const known: KnownStream[] = [];
  for (const { call, models } of streams) {
    if (models === undefined) return reportUnknown(placeOf(call), context);
    known.push({ call, frames: framesOf(models, options) });
  }
  const [first, ...others] = known;
  if (first === undefined) return unclear && reportUnknown(unclear, context);
  const text = JSON.stringify(first.frames);
  const other = others.find(({ frames }) => JSON.stringify(frames) !== text);
  return other === undefined ? first.frames : reportSeveral(placeOf(other.call), context);
}

interface KnownStream {
  readonly call: WriterCall;
  readonly frames: FrameSchemas;
}

function framesOf({ header, item, footer }: StreamModels, options: SchemaOptions): FrameSchemas {
  return {
    ...(header === undefined ? {} : { header: generateSchema(header, options) }),
    item: generateSchema(item, options),
    ...(footer === undefined ? {} : { footer: generateSchema(footer, options) }),
  };
}

function placeOf({ call, code }: WriterCall): Place {
  return { node: call, scope: code.scope };
}

function reportUnknown({ node, scope }: Place, context: Context): undefined {
  const message =
    "run_remote: the types of this `stream_writer` cannot be known, and its frames are read as plain bytes";
  const help = "give it what `stream_types(…)` returns, as a constant of the module or the class";
  context.reader.reporter.warning("TC218", message, locationOf(node, scope), help);
  return undefined;
}

function reportSeveral({ node, scope }: Place, context: Context): undefined {
  const message = "run_remote: another `stream_writer` has other types, and the frames of both are read as plain bytes";
  const help = "write all frames of a stream through one `stream_types(…)`";
  context.reader.reporter.warning("TC219", message, locationOf(node, scope), help);
  return undefined;
}
