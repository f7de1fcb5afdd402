import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { chainIdByEnvironment, chainIdFromVariable } from "../../src/index.js";
import { parseWebhook } from "../../src/webhook/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { message, secret, webhookOf } from "../support/webhooks.js";

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-04T05:06:10Z") });
});
afterAll(() => {
  vi.useRealTimers();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const byEnvironment = { ...hello, chainId: chainIdByEnvironment({ production: "abc", staging: "def" }) };
const fromVariable = { ...hello, chainId: chainIdFromVariable("HELLO_CHAIN_ID") };
const webhook = (chain_id: unknown): ReturnType<typeof webhookOf> => webhookOf(message({ chain_id }));
const options = { secrets: secret };

describe("a webhook of a chain that is another one in each environment", () => {
  test.each(["abc", "def", undefined, null])("may name any of them: %s", async (id) => {
    expect(await parseWebhook(byEnvironment, webhook(id), options)).toMatchObject({ ok: true });
  });

  test.each(["xyz", 7])("may name no other: %s", async (id) => {
    const error = await rejectionOf(parseWebhook(byEnvironment, webhook(id), options));
    expect(error).toMatchObject({ reason: "other-chain" });
  });

  test("has to be of the chain that the options name", async () => {
    const error = await rejectionOf(parseWebhook(byEnvironment, webhook("abc"), { ...options, chainId: "def" }));
    expect(error).toMatchObject({ reason: "other-chain" });
  });
});

describe("a webhook of a chain whose id a variable holds", () => {
  test("has to name that id", async () => {
    vi.stubEnv("HELLO_CHAIN_ID", "abc");
    expect(await parseWebhook(fromVariable, webhook("abc"), options)).toMatchObject({ ok: true });
    const error = await rejectionOf(parseWebhook(fromVariable, webhook("def"), options));
    expect(error).toMatchObject({ reason: "other-chain" });
  });

  test("may name any where the variable is not set: another process calls the chain", async () => {
    vi.stubEnv("HELLO_CHAIN_ID", undefined);
    expect(await parseWebhook(fromVariable, webhook("abc"), options)).toMatchObject({ ok: true });
  });
});
