import { expect, test } from "vitest";
import type { ChainId } from "../../src/chain-id.js";
import { formatFile } from "../../src/emit/format.js";
import { moduleOf, objectOf } from "./support/generate.js";

const descriptorOf = async (chainId: ChainId): Promise<string> => {
  const text = await moduleOf({ input: objectOf({ name: { type: "string" } }) }, { chainId });
  expect(await formatFile(text, 120), "prettier has nothing to do").toBe(text);
  return text.slice(text.indexOf("export const helloChain"), text.indexOf("/**\n * Calls the chain"));
};

test("an id by environment is found by the runtime", async () => {
  expect(await descriptorOf({ environments: { production: "abc123", env: "def456" } })).toContain(
    'chainId: /* @__PURE__ */ chainIdByEnvironment({ production: "abc123", env: "def456" }),',
  );
});

test("an id in a variable is read by the runtime", async () => {
  expect(await descriptorOf({ env: "HELLO_CHAIN_ID" })).toContain(
    'chainId: /* @__PURE__ */ chainIdFromVariable("HELLO_CHAIN_ID"),',
  );
});

test("names of any length are laid out as prettier lays them out", async () => {
  for (const length of [1, 28, 29, 60, 74, 75, 76, 130]) {
    const name = "X".repeat(length);
    expect(await descriptorOf({ env: name })).toContain(name);
    expect(await descriptorOf({ environments: { production: "abc123", [name]: "def456" } })).toContain(name);
  }
});

test("names that mean something in JavaScript are keys like any other", async () => {
  const environments = Object.fromEntries([
    ["__proto__", "abc123"],
    ["load-test", "def456"],
    ["1", "ghi789"],
  ]);
  expect(await descriptorOf({ environments })).toContain(
    'chainIdByEnvironment({ "1": "ghi789", ["__proto__"]: "abc123", "load-test": "def456" })',
  );
});

test("a chain whose id is found later asks no call for an address", async () => {
  const text = await moduleOf({}, { chainId: { env: "HELLO_CHAIN_ID" } });
  expect(text).toContain("export function invokeHello(input: HelloInput = {}, options?: CallOptions)");
});
