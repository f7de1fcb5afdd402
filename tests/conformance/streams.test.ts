import { type StreamDescriptor, streamText } from "@typed-chains/runtime/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordedChainFile } from "../support/recordings.js";
import { type ModelServer, startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const gap: StreamDescriptor<{ gap: number }, "text-stream"> = { name: "Gap", transport: "text-stream" };

describe("a stream of the real model server that is silent for long", () => {
  let server: ModelServer;

  beforeAll(async () => {
    const python = await preparePythonEnvironment();
    server = await startModelServer({ python, chainFile: recordedChainFile("gap_chain.py"), entrypoint: "Gap" });
  });
  afterAll(() => server?.stop());

  it("is whole where the silence is short enough", async () => {
    const stream = await streamText(gap, { gap: 0.3 }, { target: { container: server.url } });
    expect(await stream.text()).toBe("first\nsecond\n");
  });

  it("fails with what had come where the server gives up", async () => {
    const stream = await streamText(gap, { gap: 3 }, { target: { container: server.url } });
    await expect(stream.text()).rejects.toMatchObject({
      name: "ChainStreamError",
      message: expect.stringMatching(/^Gap: the connection broke: /) as string,
      receivedText: "first\n",
      retryable: true,
    });
  });

  it("fails with what had come where we give up", async () => {
    const options = { target: { container: server.url }, stallTimeoutMs: 200 };
    await expect((await streamText(gap, { gap: 0.8 }, options)).text()).rejects.toMatchObject({
      name: "ChainStreamError",
      message: "Gap: the stream was silent for 200 ms",
      receivedText: "first\n",
    });
  });
});
