import { describe, expect, test } from "vitest";
import { baseName, fileName } from "../../src/plan/names/chain-names.js";

describe("a chain's name in TypeScript, and its file", () => {
  test.each([
    ["HelloWorld", "HelloWorld", "hello-world"],
    ["HelloAll", "HelloAll", "hello-all"],
    ["hello_world", "HelloWorld", "hello-world"],
    ["HTTPServer2Go", "HTTPServer2Go", "http-server2-go"],
    ["_Hello", "Hello", "hello"],
    ["Größe", "Größe", "größe"],
    ["3d", "Chain3d", "chain3d"],
    ["😀", "Chain", "chain"],
    ["", "Chain", "chain"],
    ["../../etc/passwd", "EtcPasswd", "etc-passwd"],
    ["C:\\con", "CCon", "c-con"],
    ["x".repeat(300), `X${"x".repeat(79)}`, `x${"x".repeat(79)}`],
  ])("%s", (name, base, file) => {
    expect([baseName(name), fileName(name)]).toStrictEqual([base, file]);
  });
});
