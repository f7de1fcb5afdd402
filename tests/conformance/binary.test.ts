import { fileURLToPath } from "node:url";
import { isChainHttpError, isChainRemoteError } from "@typed-chains/runtime";
import { type BinaryChainDescriptor, invokeBinary } from "@typed-chains/runtime/binary";
import { expect, onTestFinished, test } from "vitest";
import { countChain, invokeCountBinary, invokeMeasureBinary } from "../../fixtures/binary-calls/expected/index.js";
import { startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

/** Serves a chain for the rest of the test. */
async function serve(file: string, entrypoint: string): Promise<{ readonly target: { container: string } }> {
  const chainFile = fileURLToPath(new URL(`../../fixtures/binary-calls/${file}`, import.meta.url));
  const server = await startModelServer({ python: await preparePythonEnvironment(), chainFile, entrypoint });
  onTestFinished(() => server.stop());
  return { target: { container: server.url } };
}

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (result) => new Error(`it resolved, with ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
}

test("what a chain raises in a binary call is the error of a JSON call", async () => {
  const call = invokeMeasureBinary(
    { recordings: [], key: Uint8Array.of(1), fail: true },
    await serve("measure.py", "Measure"),
  );
  const failure = await failureOf(call);
  if (!isChainRemoteError(failure)) throw failure;
  expect([failure.remoteName, failure.remoteMessage, failure.status]).toStrictEqual(["ValueError", "no signal", 500]);
});

test("a result with a plain enumeration fails, as the warning says", async () => {
  const failure = await failureOf(invokeCountBinary({ words: ["a"] }, await serve("count.py", "Count")));
  expect(isChainHttpError(failure) && failure.message).toBe(
    "Count: HTTP 500: Unhandled exception: TypeError: can not serialize 'Language' object",
  );
});

test("a result with a set fails, which is why it gets no binary call", async () => {
  const tags: BinaryChainDescriptor<object, unknown, object, unknown> = { ...countChain, name: "FindTags" };
  const failure = await failureOf(invokeBinary(tags, { text: "a" }, await serve("tags.py", "FindTags")));
  expect(isChainHttpError(failure) && failure.message).toBe(
    "FindTags: HTTP 500: Unhandled exception: TypeError: can not serialize 'set' object",
  );
});
