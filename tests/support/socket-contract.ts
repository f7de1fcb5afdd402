import { isChainSocketError } from "@typed-chains/runtime";
import type { ChainSocket } from "@typed-chains/runtime/websocket";
import { expect } from "vitest";
import WebSocket from "ws";
import { connectEcho } from "../../fixtures/echo-socket/expected/index.js";
import type { Address, ClientContract } from "./contract.js";

// Node 20 has no WebSocket of its own.
const connect = (address: Address): Promise<ChainSocket> => connectEcho({ ...address, webSocket: WebSocket });

/** Sends a text that ends the chain, and gives how the loop ends and what the socket says of it. */
async function endOf(address: Address, text: string): Promise<unknown> {
  const socket = await connect(address);
  socket.send(text);
  const error: unknown = await socket.receive().then(
    (message) => message,
    (failure: unknown) => failure,
  );
  expect(error === undefined || isChainSocketError(error)).toBe(true);
  const { code, reason, clean, kind } = await socket.closed;
  return [code, reason, clean, kind, error === undefined ? "ends" : "fails"];
}

/** The contract of a chain that is a websocket. */
export const socketContract: ClientContract = {
  chain: "echo-socket/chain.py",
  entrypoint: "Echo",
  answer: {},
  calls: [
    {
      title: "gets back text and bytes",
      async run(address) {
        const socket = await connect(address);
        const bytes = new Uint8Array([0, 255, 128]);
        const received: (string | Uint8Array)[] = [];
        socket.send("né 日本");
        socket.send(bytes);
        socket.send(new Uint8Array());
        socket.sendJson({ a: [1] });
        for await (const message of socket) if (received.push(message) === 4) break;
        expect(received).toStrictEqual(["né 日本", bytes, new Uint8Array(), '{"a":[1]}']);
        expect(await socket.closed).toStrictEqual({ code: 1000, reason: "", clean: true, kind: "caller" });
      },
    },
    {
      title: "gets back a large message whole",
      async run(address) {
        const socket = await connect(address);
        socket.send("x".repeat(3_000_000));
        expect((await socket.receive())?.length).toBe(3_000_000);
        socket.close(4000, "enough");
        expect(await socket.closed).toMatchObject({ code: 4000, kind: "caller" });
      },
    },
    {
      title: "ends where the chain returns",
      answer: { replies: [[{ close: 1000 }]] },
      async run(address) {
        expect(await endOf(address, "return")).toStrictEqual([1000, "", true, "returned", "ends"]);
      },
    },
    {
      title: "fails where the chain raises",
      answer: { replies: [[{ close: 1011, reason: "Internal Server Error (in model/chainlet)." }]] },
      async run(address) {
        const reason = "Internal Server Error (in model/chainlet).";
        expect(await endOf(address, "raise")).toStrictEqual([1011, reason, true, "raised", "fails"]);
      },
    },
    {
      title: "fails with the chain's own code",
      answer: { replies: [[{ close: 4001, reason: "bye" }]] },
      async run(address) {
        expect(await endOf(address, "close")).toStrictEqual([4001, "bye", true, "custom", "fails"]);
      },
    },
  ],
};
