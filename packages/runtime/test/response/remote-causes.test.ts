import { describe, expect, test } from "vitest";
import { allRecordings } from "../../../../tests/support/recordings.js";
import { type ChainRemoteError, invoke, type RemoteCause } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serveBody } from "../support/server.js";

async function remoteErrorOf(body: string): Promise<ChainRemoteError> {
  const { origin } = await serveBody(500, body);
  return (await rejectionOf(invoke(hello, {}, { baseUrl: origin }))) as ChainRemoteError;
}

async function causesOf(message: string): Promise<readonly RemoteCause[]> {
  const error = { exception_cls_name: "ValueError", exception_message: message, user_stack_trace: [] };
  return (await remoteErrorOf(JSON.stringify({ error }))).causes;
}

function recorded(name: string): string {
  return allRecordings().find((recording) => recording.name === name)?.response.body_utf8 ?? "";
}

const frame = (filename: string, lineno: number, line: string | null) => {
  return { filename, lineno, name: "run_remote", line };
};

const headline = "(showing chained remote errors, root error at the bottom)";
const nested = `${headline}
├─ Error calling dependency Chainlet \`TextToNum\`, HTTP status=500, trace ID=\`00-ab-01\`.
│   Chainlet-Traceback (most recent call last):
│     File "/packages/itest_chain.py", line 87, in run_remote
│       generated_text = self._replicator.run_remote(data)
│   ValueError: ${headline}
│   ├─ Error calling dependency Chainlet \`TextReplicator\`, HTTP status=422, trace ID=\`\`.
│   │   Chainlet-Traceback (most recent call last):
│   │     File "/packages/a.py", line 52, in run_remote
│   │       validate_data(data)
│   │     File "/packages/b.py", line 36, in run_remote
│   │   my.pkg.TooLong: This is
│   │     too "long":

│   │   100.
╰   ╰   (Exception class defined in \`my.pkg\`.)`;

describe("the causes of a remote error", () => {
  test("are the exceptions of the calls inside, the root last", async () => {
    const [first, root, ...more] = await causesOf(nested);
    expect(first).toMatchObject({ chainlet: "TextToNum", status: 500, traceId: "00-ab-01", remoteModule: null });
    expect(first?.remoteName).toBe("ValueError");
    expect(first?.remoteStack).toStrictEqual([
      frame("/packages/itest_chain.py", 87, "generated_text = self._replicator.run_remote(data)"),
    ]);
    expect(root).toStrictEqual({
      chainlet: "TextReplicator",
      status: 422,
      traceId: undefined,
      remoteName: "my.pkg.TooLong",
      remoteModule: "my.pkg",
      remoteMessage: 'This is\n  too "long":\n\n100.',
      remoteStack: [frame("/packages/a.py", 52, "validate_data(data)"), frame("/packages/b.py", 36, null)],
    });
    expect(more).toStrictEqual([]);
  });

  test("are read from recorded answers", async () => {
    const raised = await remoteErrorOf(recorded("dep_outer_json_error"));
    expect(raised.causes).toStrictEqual([
      {
        chainlet: "Backend",
        status: 500,
        traceId: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        remoteName: "ValueError",
        remoteModule: null,
        remoteMessage: "negative n: -1",
        remoteStack: [frame("/packages/deps_chain.py", 16, 'raise ValueError(f"negative n: {payload.n}")')],
      },
    ]);
    const busy = await remoteErrorOf(recorded("deps_error_429"));
    expect(busy.causes).toMatchObject([
      {
        status: 429,
        remoteName: "HTTPException",
        remoteModule: "fastapi.exceptions",
        remoteMessage: "429: backend is busy",
      },
    ]);
  });

  test("are read from the text of an older truss", async () => {
    const text = `${headline}
├─ Error in dependency Chainlet \`TextToNum\` (HTTP status 500):
│   Chainlet-Traceback (most recent call last):
╰   ValueError: no`;
    expect(await causesOf(text)).toStrictEqual([
      {
        chainlet: "TextToNum",
        status: 500,
        traceId: undefined,
        remoteName: "ValueError",
        remoteModule: null,
        remoteMessage: "no",
        remoteStack: [],
      },
    ]);
    expect(await causesOf(text.replace(" (HTTP status 500)", ""))).toMatchObject([{ status: undefined }]);
  });

  test.each([
    ["nothing inside raised", "bad value"],
    ["the text only begins like one", headline],
    ["the text is cut off", nested.slice(0, 120)],
    ["the text is about something else", `${headline}\nand so on`],
    ["a line is in the way", nested.replace("Chainlet-Traceback", "Traceback")],
  ])("are none where %s", async (_, text) => {
    expect(await causesOf(text)).toStrictEqual([]);
  });

  test("end where the text is not understood any more", async () => {
    const causes = await causesOf(nested.replace("│   │   Chainlet-Traceback", "│   │   Something"));
    expect(causes.map(({ chainlet }) => chainlet)).toStrictEqual(["TextToNum"]);
  });

  const level = "(showing chained x\n├─ Error `C`\nChainlet-Traceback\nE: ";

  test("are 32 at most", async () => {
    const causes = await causesOf(`${level.repeat(14_000)}x`);
    expect(causes).toHaveLength(32);
    expect(causes.at(-1)).toMatchObject({ chainlet: "C", remoteName: "E" });
  });

  // Where the time is the square of the length, they are not read within the time limit of a test.
  const many = 40_000;
  const statuses = " status 1 trace ID=".repeat(many);
  test.each([
    ["backticks in the head", `${headline}\n├─ Error ${"`".repeat(20 * many)}`, 0],
    ["statuses in the head", `${headline}\n├─ Error \`C\` ${statuses}`, 0],
    ["statuses in a head that ends in another way", `${headline}\n├─ Error \`C\` ${statuses}\r\n`, 0],
    ["files in the stack", nested + "\n    File ".repeat(many), 2],
    ["files in one line", level.replace("E: ", `${'  File "", line 1, in '.repeat(many)}\r\nE: x`), 0],
    ["backticks after the exception", `${level}\n(Exception class ${"`".repeat(20 * many)}`, 1],
  ])("are read of a text with many %s", async (_, text, count) => {
    expect(await causesOf(text)).toHaveLength(count);
  });
});
