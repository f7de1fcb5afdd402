import { randomUUID } from "node:crypto";
import { isChainError } from "@typed-chains/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { everythingIn, formsOf } from "../support/everything-in.js";
import { allFaults } from "../support/faults/all-faults.js";
import type { Fault, Outcome } from "../support/faults/fault.js";
import { recordingFetch } from "../support/faults/recording-fetch.js";
import { leftOpen, openResources } from "../support/faults/resources.js";
import { statusFaults } from "../support/faults/rows/statuses.js";
import { type Run, reason, runFault } from "../support/faults/run-fault.js";

/** A key that nothing else holds, with what looks different in JSON, in a URL and in a regular expression. */
const key = `k"\\.+/${randomUUID()}`;

/** How long one row may take, in milliseconds: far more than any takes. */
const deadlineMs = 10_000;

/** What was printed, by whatever. */
const printed: unknown[] = [];

beforeAll(() => {
  const note = (...texts: unknown[]): boolean => printed.push(...texts) > 0;
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation(note);
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    vi.spyOn(console, name).mockImplementation(note);
  }
});
afterEach(() => {
  // A row that failed may have left its clock.
  vi.useRealTimers();
});
afterAll(() => {
  vi.restoreAllMocks();
});

test("the rows have names of their own, and there are many", () => {
  expect(allFaults.length).toBeGreaterThanOrEqual(150);
  expect(new Set(allFaults.map(({ name }) => name)).size).toBe(allFaults.length);
});

describe("the call ends as the row says, and leaves nothing behind:", () => {
  test.each(allFaults)("$name ($call)", { timeout: deadlineMs }, async (fault) => {
    const before = openResources();
    const run = await runFault(fault, key);
    expectOutcome(run, fault.expected);
    expectNoKey(run.outcome, run.retries);
    expectRequests(run, fault);
    expect([run.listeners, run.timers]).toStrictEqual([0, 0]);
    expect(await leftOpen(before)).toStrictEqual([]);
  });
});

describe("a fetch of the caller's gets the key in its header alone:", () => {
  const faults = statusFaults.filter(({ call }) => call !== "socket");

  test.each(faults)("$name ($call)", { timeout: deadlineMs }, async (fault) => {
    const { fetch, given, authorizations } = recordingFetch();
    const run = await runFault(fault, key, { fetch });
    expectOutcome(run, fault.expected);
    expectNoKey(given, run.outcome, run.retries);
    const authorization = `Api-Key ${key}`;
    const without = Array.from(run.elsewhere, () => null);
    expect(authorizations).toStrictEqual([...run.requests.map(() => authorization), ...without]);
  });
});

test("after all of them, the key was not printed", () => {
  process.stderr.write("a text that is printed");
  expect(printed).toContain("a text that is printed");
  expectNoKey(printed);
});

/** The key is in nothing that a caller or a hook can look at. */
function expectNoKey(...values: readonly unknown[]): void {
  const shown = values.map(everythingIn).join("\n");
  expect(formsOf(key).filter((form) => shown.includes(form))).toStrictEqual([]);
}

function expectOutcome({ outcome }: Run, expected: Outcome): void {
  if (expected === "aborted") {
    expect(outcome).toStrictEqual({ error: reason });
  } else if ("result" in expected) {
    expect(outcome).toStrictEqual(expected);
  } else {
    const { error: name, retryable, status, message = /./ } = expected;
    const error = "error" in outcome ? outcome.error : outcome;
    expect(isChainError(error), everythingIn(error)).toBe(true);
    expect(error).toMatchObject({ name, retryable, status, message: expect.stringMatching(message) as string });
  }
}

/** The key is in the header of every request, and in nothing that another origin is sent. */
function expectRequests(run: Run, { requests, retries = 0, elsewhere = 0 }: Fault): void {
  expect([run.requests.length, run.retries.length, run.elsewhere.length]).toStrictEqual([requests, retries, elsewhere]);
  for (const request of run.requests) expect(request).toContain(`\r\nauthorization: Api-Key ${key}\r\n`);
  expectNoKey(run.elsewhere);
}
