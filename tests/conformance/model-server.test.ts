import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRecordings, type Recording, recordedChainFile } from "../support/recordings.js";
import { type ModelServer, startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";
import { recordedResponse, replay } from "./support/replay.js";

const chains = [
  { start: "hello_", chainFile: "hello_chain.py", entrypoint: "Hello", count: 75 },
  { start: "defaults_", chainFile: "defaults_chain.py", entrypoint: "Defaults", count: 14 },
  { start: "nested_", chainFile: "nested_chain.py", entrypoint: "Nested", count: 14 },
];

/** 70 KB of headers pass or fail by how the network cuts them: the limit is for a head that is still incomplete. */
const undecided = ["hello_header_70k"];

function isPlainPost({ name, request }: Recording): boolean {
  return request.method === "POST" && request.http_version === "HTTP/1.1" && !undecided.includes(name);
}

describe.each(chains)("the real model server with $chainFile", ({ start, chainFile, entrypoint, count }) => {
  const recordings = allRecordings().filter((recording) => recording.name.startsWith(start) && isPlainPost(recording));
  let server: ModelServer;

  beforeAll(async () => {
    const python = await preparePythonEnvironment();
    server = await startModelServer({ python, chainFile: recordedChainFile(chainFile), entrypoint });
  });

  afterAll(() => server?.stop());

  it("has all its recordings to answer", () => {
    expect(recordings).toHaveLength(count);
  });

  it.each(recordings)("answers $name as it was recorded", async (recording) => {
    expect(await replay(server.url, recording)).toStrictEqual(recordedResponse(recording));
  });
});
