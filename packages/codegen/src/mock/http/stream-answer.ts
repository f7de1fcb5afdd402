import { decodeUtf8 } from "../json/decode-utf8.js";
import { JsonTextError } from "../json/json-text-error.js";
import { type Answer, jsonAnswer, unhandledException } from "./answer.js";
import type { MockCall } from "./routes.js";

/** An answer that comes in chunks. The server calls every stream plain bytes, whatever it is. */
export function streamAnswer(chunks: readonly Uint8Array[]): Answer {
  return { status: 200, headers: { "content-type": "application/octet-stream" }, body: "", chunks };
}

/** Whether the server gathers a stream for this caller: it says that it takes JSON and nothing else. */
export function wantsGathered({ headers }: MockCall): boolean {
  return headers["accept"] === "application/json" && !String(headers["user-agent"]).toLowerCase().includes("openai");
}

/** A stream as one text in JSON. Bytes that are no text fail as they do in Python. */
export function gatheredAnswer(bytes: Uint8Array): Answer {
  try {
    const answer = jsonAnswer(200, decodeUtf8(bytes));
    return { ...answer, body: answer.body.replace(/[\u0080-\uffff]/g, escaped) };
  } catch (cause) {
    if (cause instanceof JsonTextError) return unhandledException(`UnicodeDecodeError: ${cause.message}`);
    throw cause;
  }
}

/** Python's JSON is ASCII. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
