import { expect, test } from "vitest";
import { type ChainSocket, type ConnectOptions, withConnectOptions } from "../../src/websocket/index.js";

test.each<[string, ConnectOptions | undefined, ConnectOptions]>([
  ["alone", undefined, { chainId: "a", maxQueuedBytes: 5 }],
  ["where it says nothing of them", { timeoutMs: 1 }, { chainId: "a", maxQueuedBytes: 5, timeoutMs: 1 }],
  ["unless it says another", { maxQueuedBytes: 7, chainId: undefined }, { chainId: "a", maxQueuedBytes: 7 }],
  [
    "but for an address that it says otherwise",
    { url: "wss://h.test/websocket" },
    { maxQueuedBytes: 5, url: "wss://h.test/websocket" },
  ],
])("bound options are those of a connection %s", async (_, own, expected) => {
  const given: (ConnectOptions | undefined)[] = [];
  const socket = {} as ChainSocket;
  const connectEcho = (options?: ConnectOptions): Promise<ChainSocket> => {
    given.push(options);
    return Promise.resolve(socket);
  };
  expect(await withConnectOptions(connectEcho, { chainId: "a", maxQueuedBytes: 5 })(own)).toBe(socket);
  expect(given).toStrictEqual([expected]);
});
