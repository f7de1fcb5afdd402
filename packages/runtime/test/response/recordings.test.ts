import { describe, expect, test } from "vitest";
import type { Recording } from "../../../../tests/support/recordings.js";
import { type AnyChainError, ChainError, type ChainRemoteError, invoke } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { jsonCalls } from "../support/recordings.js";
import { serve } from "../support/server.js";

const recordings = jsonCalls();

describe("every recorded answer of the model server to a JSON call", () => {
  test("is there in numbers that show that nothing was lost on the way", () => {
    expect(recordings.length).toBeGreaterThan(190);
    expect(recordings.filter(({ response }) => response.status !== 200).length).toBeGreaterThan(60);
  });

  test.each(recordings.map((recording) => [recording.name, expectationOf(recording), recording] as const))(
    "%s gives %s",
    async (_, expected, recording) => {
      const call = invoke(hello, {}, { target: { container: await replay(recording) } });
      if (expected === "a result") {
        expect(await call).toStrictEqual(JSON.parse(recording.response.body_utf8 ?? ""));
        return;
      }
      const error = (await rejectionOf(call)) as AnyChainError;
      expect(error).toBeInstanceOf(ChainError);
      expect([error.name, error.status, error.chain]).toStrictEqual([expected, recording.response.status, "Hello"]);
      checkContent(error, recording.response.body_utf8 ?? "");
    },
  );
});

/** The class by the written rules of the wire alone: status, mark, shape of the body. */
function expectationOf({ response }: Recording): string {
  const { status, headers, body_utf8: text = "" } = response;
  if (text.startsWith('{"error":{"exception_cls_name"')) return "ChainRemoteError";
  if (status === 400 && text.startsWith('{"error":"Input Parsing Error')) return "ChainInputError";
  if (status === 204) return "ChainDecodeError";
  return status === 200 && headers["x-baseten-error-code"] === undefined ? "a result" : "ChainHttpError";
}

function checkContent(error: AnyChainError, text: string): void {
  if (error.name === "ChainRemoteError") expect(remoteOf(error)).toStrictEqual((JSON.parse(text) as Body).error);
  if (error.name === "ChainHttpError" || error.name === "ChainDecodeError") expect(error.body).toBe(text);
  if (error.name !== "ChainInputError") return;
  const wire = (JSON.parse(text) as { error: string }).error;
  expect(error.message).toBe(`Hello: ${wire}`);
  expect(error.problems.map(({ message }) => `: ${message}.`)).toStrictEqual(
    wire
      .split("\n  `")
      .slice(1)
      .map((line) => line.slice(line.indexOf("`: ") + 1)),
  );
  const locations = Array.from(wire.matchAll(/^ {2}`(.*?)`: /gm), ([, location]) =>
    location === "__root__" ? "" : location,
  );
  expect(error.problems.map(({ path }) => locationOf(path))).toStrictEqual(locations);
}

/** A path as the server writes it; it has two ways for the input as a whole. */
function locationOf(path: readonly (string | number)[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return text.replace(/^\./, "");
}

interface Body {
  readonly error: object;
}

function remoteOf({ remoteName, remoteModule, remoteMessage, remoteStack }: ChainRemoteError): object {
  return {
    exception_cls_name: remoteName,
    exception_module_name: remoteModule,
    exception_message: remoteMessage,
    user_stack_trace: remoteStack,
  };
}

async function replay({ response: recorded }: Recording): Promise<string> {
  const { origin } = await serve((response) => {
    for (const [name, value] of Object.entries(recorded.headers)) {
      if (!/^(content-length|transfer-encoding|connection|date|location)$/i.test(name)) response.setHeader(name, value);
    }
    response.writeHead(recorded.status ?? 0).end(recorded.body_utf8 ?? "");
  });
  return origin;
}
