import { ChainInputError } from "../errors/chain-input-error.js";
import { problemLines } from "../request/problem-lines.js";
import { unsayable } from "../request/unsayable.js";

/** What a message is sent as. Bytes are copied: the caller may change them while they wait. */
export function encodeMessage(chain: string, message: string | Uint8Array): string | ArrayBuffer {
  if (message === "") {
    const help = "A chain that calls `receive()` crashes on it. Agree on a text for nothing, or send empty bytes.";
    throw refusal(chain, [], "an empty text is not sent", help);
  }
  if (typeof message === "string") return message;
  // Those of another realm are no instances.
  if (Object.prototype.toString.call(message) === "[object Uint8Array]") return new Uint8Array(message).buffer;
  throw refusal(chain, [], "a message is a string or a Uint8Array", "`sendJson` sends other values.");
}

/** A value as JSON, or the paths of what JSON cannot say. */
export function encodeValue(chain: string, value: unknown): string {
  const problems = unsayable([value]).map(({ path, message }) => ({ path: path.slice(1), message }));
  if (problems.length === 0) return JSON.stringify(value);
  throw new ChainInputError(`the message was not sent:${problemLines(problems)}`, { chain, problems });
}

/** Refuses a close that not every platform sends: they differ in what they throw, or do not throw. */
export function checkClose(chain: string, code: number, reason: string): void {
  const isAllowed = code === 1000 || (Number.isInteger(code) && code >= 3000 && code < 5000);
  if (!isAllowed) throw refusal(chain, ["code"], "a close code is 1000, or 3000 to 4999", "4000 to 4999 are free.");
  if (typeof reason === "string" && new TextEncoder().encode(reason).length <= 123) return;
  throw refusal(
    chain,
    ["reason"],
    "the reason is not a text of at most 123 bytes",
    "Send it as a message before you close.",
  );
}

function refusal(chain: string, path: readonly string[], message: string, help: string): ChainInputError {
  return new ChainInputError(message, { chain, problems: [{ path, message }], help });
}
