import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import * as runtime from "../../src/index.js";

const details = { chain: "Hello" };
const remote = { remoteName: "ValueError", remoteModule: null, remoteMessage: "no", remoteStack: [], causes: [] };

const family: [runtime.AnyChainError, (value: unknown) => boolean][] = [
  [new runtime.ChainInputError("m", { ...details, problems: [] }), runtime.isChainInputError],
  [new runtime.ChainRemoteError("m", { ...details, ...remote }), runtime.isChainRemoteError],
  [new runtime.ChainHttpError("m", { ...details, body: "b" }), runtime.isChainHttpError],
  [new runtime.ChainConnectionError("m", details), runtime.isChainConnectionError],
  [new runtime.ChainTimeoutError("m", details), runtime.isChainTimeoutError],
  [new runtime.ChainStreamError("m", { ...details, receivedBytes: 0 }), runtime.isChainStreamError],
  [
    new runtime.ChainSocketError("m", { ...details, code: 1011, reason: "", clean: true, kind: "raised" }),
    runtime.isChainSocketError,
  ],
  [new runtime.ChainDecodeError("m", { ...details, body: "b" }), runtime.isChainDecodeError],
  [new runtime.ChainConfigError("m", details), runtime.isChainConfigError],
  [new runtime.ChainWebhookError("m", { ...details, reason: "stale" }), runtime.isChainWebhookError],
];

describe.each(family.map(([error, guard]) => [error.name, error, guard] as const))("%s", (name, error, guard) => {
  test("is known by its own guard and the family's alone", () => {
    expect(family.filter(([other]) => guard(other)).map(([other]) => other.name)).toStrictEqual([name]);
    expect(runtime.isChainError(error)).toBe(true);
    expect([undefined, null, "x", {}, new Error(name), { name }].some(guard)).toBe(false);
  });

  test("says its name and the chain's in its stack and when it is inspected", () => {
    expect(error.stack).toMatch(new RegExp(`^${name}: Hello: m\\n`));
    expect(inspect(error)).toMatch(new RegExp(`^${name}: Hello: m\\n`));
    expect(error).toBeInstanceOf(runtime.ChainError);
  });

  test("has one line of help, and what it does not know is undefined", () => {
    expect(error.help).toMatch(/^[^\n]{10,120}\.$/);
    expect([error.chain, error.status, error.requestId, error.cause]).toStrictEqual([
      "Hello",
      undefined,
      undefined,
      undefined,
    ]);
    expect(typeof error.retryable).toBe("boolean");
  });

  test("is known by the guards of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("../../src/index.js");
    expect(other.ChainError).not.toBe(runtime.ChainError);
    expect(error).not.toBeInstanceOf(other.ChainError);
    expect(other.isChainError(error)).toBe(true);
    const guards = Object.entries(other).filter(([key]) => /^isChain\w+Error$/.test(key));
    const matching = guards.filter(([, known]) => (known as typeof guard)(error)).map(([key]) => key);
    expect(matching).toStrictEqual([`is${name}`]);
  });
});

test("an error keeps what it was made with", () => {
  const cause = new Error("why");
  const given = { ...details, status: 418, requestId: "r", retryable: true, help: "Drink.", cause };
  expect(new runtime.ChainHttpError("m", { ...given, body: "b" })).toMatchObject({ ...given, body: "b" });
});
