import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskHost } from "../../../src/read/hosts/disk-host.js";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "typed-chains-"));
  writeFileSync(join(root, "file.py"), "x");
  symlinkSync("circle.py", join(root, "circle.py"));
  // A device without end: reading it would never return.
  symlinkSync("/dev/zero", join(root, "device.py"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test.each([
  ["file.py", { ok: true, bytes: Buffer.from("x") }],
  ["nothing.py", { ok: false, reason: "missing" }],
  ["file.py/inner.py", { ok: false, reason: "missing" }],
  [".", { ok: false, reason: "not-a-file" }],
  ["device.py", { ok: false, reason: "not-a-file" }],
  ["circle.py", { ok: false, reason: "unreadable", detail: "ELOOP" }],
])("%s is read, or said why not", (path, expected) => {
  expect(diskHost(root).read(path)).toStrictEqual(expected);
});

test.each([
  ["file.py", true],
  ["nothing.py", false],
  ["device.py", false],
  ["circle.py", false],
  ["file.py/inner.py", false],
  ["n".repeat(300), false],
])("whether %s exists can always be said", (path, expected) => {
  expect(diskHost(root).exists(path)).toBe(expected);
});
