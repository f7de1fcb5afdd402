import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import { type Prepared, refuse } from "../compile-schema.js";
import { unhandledException } from "../http/answer.js";
import type { MockOptions } from "../mock-options.js";
import type { MockChain } from "../predict.js";
import { type Problem, problemNote } from "../validation/problem.js";
import { readScript, type SocketScript } from "./socket-script.js";

const notCalled = "AssertionError: `predict` must only be called if model has it.";

/** What the model server makes of a call to a chain that is a websocket. */
const uncalled: MockChain = {
  validate: () => [{ location: [], message: notCalled, escapes: true }],
  respond: () => ({ ok: true, result: null }),
  write: () => unhandledException(notCalled),
  isQueueable: false,
};

/** Makes the stand-in of a chain that is a websocket. Without an answer it sends back what it gets. */
export function prepareSocketChain({
  signature,
  answer = {},
}: MockOptions<never>): Prepared<{ readonly chain: MockChain; readonly script: SocketScript }> {
  const { script, problems } = readScript(typeof answer === "function" ? null : answer);
  return problems.length > 0 ? refuse(wrongScript(signature.name, problems)) : { ok: true, chain: uncalled, script };
}

function wrongScript(name: string, problems: readonly Problem[]): Diagnostic {
  return error("TC502", `the answer is not something that ${name} sends over its websocket`, {
    notes: problems.map((it) => problemNote(it, "the answer")),
    help: 'write `{ "greeting": […], "replies": [[…], …] }`, or leave it out to get back what you send',
  });
}
