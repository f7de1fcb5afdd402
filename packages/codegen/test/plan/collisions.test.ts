import { describe, expect, test } from "vitest";
import type { ChainToPlan } from "../../src/plan/plan-module.js";
import type { Transport } from "../../src/signature.js";
import { planClient } from "../emit/support/client.js";
import { signatureOf } from "../emit/support/generate.js";

function chain(name: string, source: string, transport: Transport = "json"): ChainToPlan {
  return { signature: signatureOf({ name, transport }), source };
}

const help =
  "give one of them another name: `name` of its chain in a config, or generate from the document of `typed-chains describe <source> --name <Name>`";

test("chains are planned by file name, in whatever order they come", () => {
  const chains = [chain("Two", "two.py"), chain("One", "one.py"), chain("Öl", "oil.py")];
  const names = planClient(chains).modules.map(({ fileName }) => fileName);
  expect(names).toStrictEqual(["one", "two", "öl"]);
  expect(planClient(chains.toReversed())).toStrictEqual(planClient(chains));
});

test("two chains that want one file are an error that names both", () => {
  const { modules, diagnostics } = planClient([chain("HelloAll", "a.py"), chain("hello_all", "b.py")]);
  expect(modules.map(({ source }) => source)).toStrictEqual(["a.py"]);
  expect(diagnostics).toStrictEqual([
    {
      code: "TC301",
      severity: "error",
      message: "`HelloAll` of `a.py` and `hello_all` of `b.py` both want the file `hello-all.ts`",
      help,
      location: { file: "b.py" },
    },
  ]);
});

test("two chains that export one name are an error, whatever its case", () => {
  const { diagnostics } = planClient([
    chain("Hello", "a.py"),
    chain("HelloAsync", "b.py"),
    chain("HElloAsync", "c.py"),
  ]);
  expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
    ["TC302", "`Hello` of `a.py` and `HelloAsync` of `b.py` both export `invokeHelloAsync`"],
    ["TC302", "`Hello` of `a.py` and `HElloAsync` of `c.py` both export `invokeHElloAsync`"],
  ]);
});

describe("a file name that cannot be had is an error", () => {
  test.each(["Index", "CON", "nul", "Com1", "LPT9", "aux", "PRN", "COM\u00b9"])("%s", (name) => {
    const { modules, diagnostics } = planClient([chain(name, "a.py")]);
    expect(modules).toStrictEqual([]);
    expect(diagnostics.map(({ code, location }) => [code, location])).toStrictEqual([["TC303", { file: "a.py" }]]);
  });
});

test("a chain that is a websocket exports its descriptor and its function, and collides like any other", () => {
  const chains = [chain("Hello", "a.py", "websocket"), chain("hello", "b.py")];
  const { modules, diagnostics } = planClient(chains);
  expect(modules.map(({ exports }) => exports)).toStrictEqual([{ values: ["helloChain", "connectHello"], types: [] }]);
  expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC301"]);
});
