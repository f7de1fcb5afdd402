import { createHash } from "node:crypto";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ChainSignature, JsonSchema, JsonValue } from "../signature.js";
import { inputSchema } from "./input-schema.js";
import type { MockOptions } from "./mock-options.js";
import type { MockChain } from "./predict.js";
import { createSampler } from "./sample/sampler.js";
import type { Side } from "./validation/checking.js";
import { problemLine } from "./validation/problem.js";
import { compileValidator, type Validator } from "./validation/validator.js";

type Result<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes the stand-in of a chain, or says why there can be none. */
export async function prepareChain(options: MockOptions): Promise<Result<{ readonly chain: MockChain }>> {
  const { signature } = options;
  if (signature.transport !== "json") return refuse(wrongTransport(signature));
  const input = await compile(inputSchema(signature), "input", signature);
  if (!input.ok) return input;
  const output = await compile(signature.output ?? true, "output", signature);
  if (!output.ok) return output;
  const responder = await chooseResponder(options, output.validate);
  return responder.ok ? { ok: true, chain: { validate: input.validate, respond: responder.respond } } : responder;
}

function refuse(diagnostic: Diagnostic): { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  return { ok: false, diagnostics: [diagnostic] };
}

function wrongTransport({ name, transport }: ChainSignature): Diagnostic {
  return error("TC503", `the mock serves chains that answer in JSON, and ${name} is of the transport ${transport}`);
}

async function compile(
  schema: JsonSchema,
  side: Side,
  { name }: ChainSignature,
): Promise<Result<{ readonly validate: Validator }>> {
  const result = await compileValidator(schema, side);
  return result.ok
    ? result
    : refuse(error("TC505", `the schema of ${name}'s ${side} cannot be used: ${result.reason}`));
}

async function chooseResponder(
  options: MockOptions,
  validate: Validator,
): Promise<Result<{ readonly respond: (input: JsonValue) => JsonValue }>> {
  const { signature, answer, seed = 1 } = options;
  if (answer !== undefined) {
    const lines = validate(answer).map(problemLine);
    if (lines.length > 0) return refuse(wrongAnswer(signature, lines));
    return { ok: true, respond: () => answer };
  }
  const sampler = await createSampler(signature.output ?? true, validate, seed);
  if (sampler === undefined) return refuse(noSample(signature));
  return { ok: true, respond: (input) => sampler(hash(input)) };
}

function wrongAnswer({ name }: ChainSignature, lines: readonly string[]): Diagnostic {
  return error("TC502", `the answer is nothing that ${name} returns:\n${lines.join("\n")}`, {
    help: "change the answer, or leave it out to get samples",
  });
}

function noSample({ name }: ChainSignature): Diagnostic {
  const help = "say with an answer of your own what the mock is to return";
  return error("TC504", `no sample could be made that fits the output of ${name}`, { help });
}

/** A number of 32 bits that tells inputs apart. */
function hash(input: JsonValue): number {
  return createHash("sha256").update(JSON.stringify(input)).digest().readUInt32LE(0);
}
