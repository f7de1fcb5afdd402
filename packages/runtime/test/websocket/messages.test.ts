import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { connect } from "../../src/websocket/index.js";
import { rejectionOf } from "../support/chain.js";
import { echo, serveEcho, serveOpen } from "../support/socket-server.js";

describe("an open connection", () => {
  test("sends and receives text and bytes, in order", async () => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    const bytes = new Uint8Array([0, 128, 255]);
    socket.send("né 日本");
    socket.send(bytes);
    bytes.fill(7);
    socket.send(new Uint8Array());
    socket.sendJson({ a: [1, null], b: "é" });
    expect(await socket.receive()).toBe("né 日本");
    expect(await socket.receive()).toStrictEqual(new Uint8Array([0, 128, 255]));
    expect(await socket.receive()).toStrictEqual(new Uint8Array());
    expect(await socket.receive()).toBe('{"a":[1,null],"b":"é"}');
    socket.close();
    expect(await socket.closed).toStrictEqual({ code: 1000, reason: "", clean: true, kind: "caller" });
  });

  test("sends the upgrade with the key, the caller's headers and no type of a body", async () => {
    const { options, asked } = await serveEcho();
    const socket = await connect(echo, { ...options, headers: new Map([["traceparent", "00-1"]]) });
    const { url, headers } = asked[0] ?? {};
    expect(url).toBe("/environments/production/websocket");
    expect(headers).toMatchObject({ authorization: "Api-Key the-secret-key", traceparent: "00-1" });
    expect(headers).not.toHaveProperty("content-type");
    socket.close();
  });

  test("loses nothing that the server sends at once, and gives it out before the end", async () => {
    const { options } = await serveOpen((socket) => {
      for (const text of ["a", "b", "c"]) socket.send(text);
      socket.close(1000);
    });
    const socket = await connect(echo, options);
    await socket.closed;
    const received: unknown[] = [];
    for await (const message of socket) received.push(message);
    expect(received).toStrictEqual(["a", "b", "c"]);
    expect(await socket.receive()).toBeUndefined();
  });

  test("gives each of several readers one message", async () => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    const readers = [socket.receive(), socket.receive()];
    socket.send("a");
    socket.send("b");
    expect(await Promise.all(readers)).toStrictEqual(["a", "b"]);
    socket.close();
  });

  test("is closed by leaving the loop", async () => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    socket.send("a");
    for await (const message of socket) {
      expect(message).toBe("a");
      break;
    }
    expect(await socket.closed).toMatchObject({ code: 1000, kind: "caller" });
    expect(await socket.receive()).toBeUndefined();
  });

  test("holds back a server whose messages nobody reads, where the platform can", async () => {
    const size = 1_000_000;
    const count = 60;
    const { options } = await serveOpen((socket) => {
      const sendFrom = (sent: number): void => {
        if (sent < count) socket.send(Buffer.alloc(size), () => sendFrom(sent + 1));
        else socket.close(1000);
      };
      sendFrom(0);
    });
    const socket = await connect(echo, { ...options, maxQueuedBytes: 20 * size });
    await wait(300);
    let received = 0;
    for await (const message of socket) received += message.length;
    expect(received).toBe(count * size);
  });

  test("closes with an error once more waits than may wait, after what came before", async () => {
    const { options } = await serveOpen((socket) => {
      for (const text of ["first", "second", "third"]) socket.send(text);
    });
    const socket = await connect(echo, { ...options, maxQueuedBytes: 8 });
    expect(await socket.closed).toMatchObject({ kind: "unread" });
    expect([await socket.receive(), await socket.receive()]).toStrictEqual(["first", "second"]);
    while ((await Promise.race([socket.receive(), wait(0)]).catch(() => undefined)) !== undefined);
    expect(await rejectionOf(socket.receive())).toMatchObject({ name: "ChainSocketError", kind: "unread" });
  });
});

describe("what is not sent", () => {
  test.each([
    ["an empty text", "", "an empty text is not sent"],
    ["an object", { a: 1 }, "a message is a string or a Uint8Array"],
    ["other views of bytes", new Float32Array(1), "a message is a string or a Uint8Array"],
  ])("%s is an input error with help", async (_, message, text) => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    const problems = [{ path: [], message: text }];
    expect(() => socket.send(message as string)).toThrow(
      expect.objectContaining({ name: "ChainInputError", problems, help: expect.any(String) as string }) as Error,
    );
    socket.close();
  });

  test.each([
    ["NaN inside", { a: [Number.NaN] }, ["a", 0], "JSON has no NaN"],
    ["a Map", new Map(), [], "JSON has no Map"],
    ["nothing", undefined, [], "JSON has no Undefined"],
    ["a key of prototypes", JSON.parse('{"__proto__":{"a":null}}') as unknown, undefined, undefined],
  ])("JSON of %s", async (_, value, path, message) => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    const send = (): void => socket.sendJson(value);
    if (path === undefined) expect(send).not.toThrow();
    else expect(send).toThrow(expect.objectContaining({ problems: [{ path, message }] }) as Error);
    socket.close();
  });

  test.each([
    ["a code of the protocol", 1001, "", "a close code is 1000, or 3000 to 4999"],
    ["no number", Number.NaN, "", "a close code is 1000, or 3000 to 4999"],
    ["a reason of 124 bytes", 4000, "é".repeat(62), "the reason is not a text of at most 123 bytes"],
  ])("a close with %s", async (_, code, reason, text) => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    expect(() => socket.close(code, reason)).toThrow(`Echo: ${text}`);
    socket.close(4000, "é".repeat(61));
    expect(await socket.closed).toMatchObject({ code: 4000, reason: "é".repeat(61) });
  });

  test("a message after the close", async () => {
    const { options } = await serveEcho();
    const socket = await connect(echo, options);
    socket.close(4002, "bye");
    const closed = { name: "ChainSocketError", kind: "caller", code: 4002 };
    expect(() => socket.send("a")).toThrow(expect.objectContaining(closed) as Error);
    await socket.closed;
    expect(() => socket.sendJson(1)).toThrow(expect.objectContaining(closed) as Error);
  });
});
