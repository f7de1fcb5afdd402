import { createHash } from "node:crypto";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ChainSignature, JsonValue } from "../signature.js";
import type { Answering } from "./answers/answering.js";
import { answeringOf } from "./answers/answering-of.js";
import { ownAnswer } from "./answers/own-answer.js";
import { compileSchema, type Prepared, refuse } from "./compile-schema.js";
import { inputSchema } from "./input-schema.js";
import type { MockOptions } from "./mock-options.js";
import type { MockChain } from "./predict.js";
import { prepareSocketChain } from "./sockets/socket-chain.js";
import type { SocketScript } from "./sockets/socket-script.js";
import { problemNote } from "./validation/problem.js";

/** The stand-in of a chain. */
interface PreparedChain {
  readonly chain: MockChain;
  /** What it does over a websocket; a chain that is none has none. */
  readonly script?: SocketScript;
}

/** Makes the stand-in of a chain, or says why there can be none. */
export async function prepareChain(options: MockOptions<never>): Promise<Prepared<PreparedChain>> {
  const { signature } = options;
  const { transport } = signature;
  if (transport === "websocket") return prepareSocketChain(options);
  const prepared = await answeringOf(signature, transport);
  if (!prepared.ok) return prepared;
  const input = await compileSchema(inputSchema(signature), "input", signature);
  if (!input.ok) return input;
  const responder = await chooseResponder(options, prepared.answering);
  if (!responder.ok) return responder;
  const { write } = prepared.answering;
  const isQueueable = transport === "json";
  return { ok: true, chain: { validate: input.validate, respond: responder.respond, write, isQueueable } };
}

async function chooseResponder(
  options: MockOptions<never>,
  { validate, createSampler }: Answering,
): Promise<Prepared<{ readonly respond: MockChain["respond"] }>> {
  const { signature, answer, seed = 1 } = options;
  if (typeof answer === "function") {
    return { ok: true, respond: ownAnswer(answer, validate, signature.transport !== "json") };
  }
  if (answer !== undefined) {
    const lines = validate(answer).map((problem) => problemNote(problem, "the answer"));
    if (lines.length > 0) return refuse(wrongAnswer(signature, lines));
    return { ok: true, respond: () => ({ ok: true, result: answer }) };
  }
  const sampler = await createSampler(seed);
  if (sampler === undefined) return refuse(noSample(signature));
  return { ok: true, respond: (input) => ({ ok: true, result: sampler(hash(input)) }) };
}

function wrongAnswer({ name }: ChainSignature, lines: readonly string[]): Diagnostic {
  return error("TC502", `the answer is not something that ${name} returns`, {
    notes: lines,
    help: "change the answer, or leave it out to get samples",
  });
}

function noSample({ name }: ChainSignature): Diagnostic {
  const help = "give an answer of your own for the mock to return";
  return error("TC504", `no sample could be made that fits the output of ${name}`, { help });
}

/** A number of 32 bits that tells inputs apart. */
function hash(input: JsonValue): number {
  return createHash("sha256").update(JSON.stringify(input)).digest().readUInt32LE(0);
}
