import { describe, expect, test } from "vitest";
import { invokeBinary } from "../src/binary/index.js";
import { type CallOptions, invoke, invokeAsync, queueStatus, reattach, wake, withOptions } from "../src/index.js";
import { streamBytes, streamFrames, streamText } from "../src/stream/index.js";
import { parseWebhook } from "../src/webhook/index.js";
import { connect } from "../src/websocket/index.js";
import { hello, recordingFetch, rejectionOf } from "./support/chain.js";
import { items, story } from "./support/streams.js";

// What callers in JavaScript can give, of any type.
const nothings = [null, false, 0, "", Number.NaN, 10n];
const others = [true, 5, "x", Symbol("s"), [], {}, Object.create(null) as object, new Map(), Promise.resolve()];
const functions = [() => {}, class {}];
const base = { baseUrl: "https://h.test", apiKey: "k", ...recordingFetch() };
const cases = (options: readonly string[], values: readonly unknown[]): [string, unknown][] =>
  options.flatMap((option) => values.map((value): [string, unknown] => [option, value]));

const numbers = [null, false, "", Number.NaN, 10n, "5", -1, ...others.filter((value) => value !== 5), ...functions];
const isNo = (option: string): unknown => ({
  name: "ChainConfigError",
  message: expect.stringMatching(
    new RegExp(`: \`${option}\` (is no|must|has a|does)|\`${option}\` is bad$`),
  ) as unknown,
});

describe("an option that is not what it has to be rejects with an error that names it", () => {
  test.each([
    ...cases(["timeoutMs"], [...numbers, 0]),
    ...cases(["fetch"], [...nothings, ...others]),
    ...cases(["signal"], [true, 5, "x", [], {}, new AbortController()]),
    ...cases(["apiKey"], [true, 5, Symbol("s"), [1], {}, Object.create(null) as object, () => Symbol("s")]),
    ...cases(["authScheme"], [null, true, 5, "Basic", Symbol("s"), {}, Object.create(null) as object]),
  ])("`%s`: %o", async (option, value) => {
    const options: CallOptions = { ...base, [option]: value };
    expect(await rejectionOf(invoke(hello, {}, options))).toMatchObject(isNo(option) as object);
  });

  test.each([
    ...cases(["maxAttempts"], [...numbers, 0]),
    ...cases(["initialDelayMs", "maxDelayMs"], numbers),
    ...cases(["when", "onRetry"], [...nothings, ...others]),
  ])("`retry.%s`: %o", async (option, value) => {
    const options: CallOptions = { ...base, retry: { [option]: value } };
    expect(await rejectionOf(invoke(hello, {}, options))).toMatchObject(isNo(option) as object);
  });

  test.each(cases(["stallTimeoutMs", "maxFrameBytes"], [...numbers, 0]))("`%s`: %o", async (option, value) => {
    const options: CallOptions = { ...base, [option]: value };
    expect(await rejectionOf(streamFrames(items, {}, options))).toMatchObject(isNo(option) as object);
  });

  test.each([...cases(["maxQueuedBytes"], [...numbers, 0]), ...cases(["webSocket"], [...nothings, ...others])])(
    "`%s`: %o",
    async (option, value) => {
      const options: CallOptions = { ...base, [option]: value };
      const connecting = connect({ name: "Echo", transport: "websocket" }, options);
      expect(await rejectionOf(connecting)).toMatchObject(isNo(option) as object);
    },
  );

  test.each([...cases(["maxBodyBytes"], [...numbers, 0]), ...cases(["webhookEndpoint"], [undefined, 5, "x", {}])])(
    "`%s`: %o",
    async (option, value) => {
      const options = { ...base, target: undefined, webhookEndpoint: null, [option]: value };
      expect(await rejectionOf(invokeAsync(hello, {}, options))).toMatchObject(isNo(option) as object);
    },
  );

  test.each(cases(["intervalMs", "timeoutMs"], [...numbers, 0]))("`wait` with `%s`: %o", async (option, value) => {
    const waiting = reattach(hello, "r1", base).wait({ [option]: value });
    expect(await rejectionOf(waiting)).toMatchObject(isNo(option) as object);
  });

  test.each(cases(["toleranceSeconds", "maxBodyBytes"], [...numbers, 0]))("`%s`: %o", async (option, value) => {
    const options = { secrets: "s", [option]: value };
    expect(await rejectionOf(parseWebhook(hello, { headers: {}, body: "{}" }, options))).toMatchObject(
      isNo(option) as object,
    );
  });
});

describe("nothing, where JavaScript has another word for it,", () => {
  const none = null as unknown as undefined;

  test.each([null, false, 0, ""])("is no signal: %o", async (value) => {
    const signal = value as unknown as AbortSignal;
    expect(await invoke(hello, {}, { ...base, signal })).toBe("ok");
    expect(await (await streamText(story, {}, { ...base, signal })).text()).toBe('"ok"');
  });

  test("is no options", async () => {
    const noChain: unknown = { name: "ChainConfigError", message: expect.stringContaining("chainId") as unknown };
    expect(await rejectionOf(invoke(hello, {}, none))).toMatchObject(noChain as object);
    expect(await rejectionOf(streamText(story, {}, none))).toMatchObject(noChain as object);
    expect(await rejectionOf(queueStatus(hello, none))).toMatchObject(noChain as object);
    expect(await rejectionOf(reattach(hello, "r1", none).status(none))).toMatchObject(noChain as object);
    expect(await rejectionOf(reattach(hello, "r1", none).wait(none))).toMatchObject(noChain as object);
    expect(await rejectionOf(reattach(hello, "r1", none).cancel(none))).toMatchObject(noChain as object);
  });

  test("is no options where some are required", async () => {
    expect(await rejectionOf(invokeAsync(hello, {}, none as never))).toHaveProperty("name", "ChainConfigError");
    const webhook = { headers: {}, body: "{}" };
    expect(await rejectionOf(parseWebhook(hello, webhook, none as never))).toHaveProperty("name", "ChainConfigError");
    expect(await rejectionOf(parseWebhook(hello, none as never, { secrets: "s" }))).toHaveProperty(
      "name",
      "ChainConfigError",
    );
  });

  test("is nothing to bind", async () => {
    const bound = withOptions(
      (input: Record<string, never>, options?: CallOptions) => invoke(hello, input, options),
      base,
    );
    expect(await bound({}, none)).toBe("ok");
  });

  test("is no target", async () => {
    const refused = { name: "ChainConfigError", message: expect.stringContaining("`target` must be") as unknown };
    const target = null as unknown as "production";
    expect(await rejectionOf(invoke(hello, {}, { ...base, target }))).toMatchObject(refused);
    expect(await rejectionOf(queueStatus(hello, { ...base, target }))).toMatchObject(refused);
    const options = { ...base, target, webSocket: class {} as never };
    expect(await rejectionOf(connect({ name: "Echo", transport: "websocket" }, options))).toMatchObject(refused);
  });
});

test("what is made by `webSocket` and is no WebSocket is refused", async () => {
  const webSocket = class {} as never;
  const error = await rejectionOf(connect({ name: "Echo", transport: "websocket" }, { ...base, webSocket }));
  expect(error).toMatchObject({ name: "ChainConfigError", cause: { message: "what it makes is no WebSocket" } });
});

describe.each([
  ["nothing", undefined],
  ["null", null],
  ["the function of a client", (): void => {}],
  ["a text", "Hello"],
])("%s is no chain", (_, value) => {
  const chain = value as never;
  const calls: Record<string, () => Promise<unknown>> = {
    invoke: () => invoke(chain, {}, base),
    invokeAsync: () => invokeAsync(chain, {}, { ...base, webhookEndpoint: null }),
    invokeBinary: () => invokeBinary(chain, {}, base),
    streamText: () => streamText(chain, {}, base),
    streamBytes: () => streamBytes(chain, {}, base),
    streamFrames: () => streamFrames(chain, {}, base),
    connect: () => connect(chain, base),
    queueStatus: () => queueStatus(chain, base),
    wake: () => wake(chain, base),
    parseWebhook: () => parseWebhook(chain, { headers: {}, body: "{}" }, { secrets: "s" }),
    reattach: async () => await Promise.resolve(reattach(chain, "r1", base)),
  };

  test.each(Object.keys(calls))("to %s", async (name) => {
    const error = await rejectionOf(calls[name]?.() ?? Promise.resolve());
    expect(error).toMatchObject({ name: "ChainConfigError", message: "?: `chain` must be a client's object" });
  });
});
