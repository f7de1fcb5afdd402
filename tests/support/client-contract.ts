import { expect } from "vitest";
import { invokeTextMaker } from "../../fixtures/defaults/expected/index.js";
import { invokeHelloAll } from "../../fixtures/hello/expected/index.js";
import type { Order } from "../../fixtures/nested-models/expected/checkout.js";
import { invokeCheckout } from "../../fixtures/nested-models/expected/index.js";
import { binaryContracts } from "./binary-contract.js";
import type { ClientContract } from "./contract.js";
import { expectProblems } from "./expect-problems.js";
import { numpyContract } from "./numpy-contract.js";
import { socketContract } from "./socket-contract.js";
import { streamContracts } from "./stream-contract.js";

const order: Order = {
  customer: {
    customerId: "7f9c24e8-3b0f-4f5c-9a1e-2d6b8c4a1f00",
    name: "Ada",
    address: { street: "Main" },
    joined: "2026-01-01T00:00:00Z",
  },
  lines: [{ sku: "A", quantity: 2, price: "9.99" }],
};

const receipt = {
  order: {
    customer: {
      customer_id: "7f9c24e8-3b0f-4f5c-9a1e-2d6b8c4a1f00",
      name: "Ada",
      address: { street: "Main", city: "Berlin" },
      joined: "2026-01-01T00:00:00Z",
      birthday: null,
    },
    lines: [{ sku: "A", quantity: 2, price: "9.99" }],
    notes: {},
  },
  total: "0",
  paid: false,
  line_count: 1,
};

/** The contracts: a chain without models, one with defaults, one with nested models, one with an array, one of each kind of stream, a websocket, two in binary form. */
export const clientContracts: readonly ClientContract[] = [
  ...streamContracts,
  socketContract,
  ...binaryContracts,
  numpyContract,
  {
    chain: "hello/chain.py",
    entrypoint: "HelloAll",
    answer: "Hello, Ada and Grace!",
    calls: [
      {
        title: "gives the result",
        async run(address) {
          expect(await invokeHelloAll({ names: ["Ada", "Grace"] }, address)).toBe("Hello, Ada and Grace!");
        },
      },
      {
        title: "says which item of a list does not fit",
        async run(address) {
          // @ts-expect-error an item of another type
          const call = invokeHelloAll({ names: ["Ada", 1] }, address);
          await expectProblems(call, [[["names", 1], "Input should be a valid string"]]);
        },
      },
      {
        title: "says which argument is missing",
        async run(address) {
          // @ts-expect-error an argument is missing
          await expectProblems(invokeHelloAll({}, address), [[["names"], "Field required"]]);
        },
      },
    ],
  },
  {
    chain: "defaults/chain.py",
    entrypoint: "TextMaker",
    answer: [2, "lab", { level: 1, title: "std", suffix: null }],
    calls: [
      {
        title: "leaves defaults to the chain",
        async run(address) {
          const [count, label, settings] = await invokeTextMaker({ count: 1, label: undefined }, address);
          expect([count, label, settings]).toStrictEqual([2, "lab", { level: 1, title: "std", suffix: null }]);
        },
      },
      {
        title: "says which bound inside a model is broken",
        async run(address) {
          const call = invokeTextMaker({ count: 1, settings: { level: 11 } }, address);
          await expectProblems(call, [[["settings", "level"], "Input should be less than or equal to 10"]]);
        },
      },
    ],
  },
  {
    chain: "nested-models/chain.py",
    entrypoint: "Checkout",
    answer: receipt,
    calls: [
      {
        title: "sends aliases, and gets field names and computed fields",
        async run(address) {
          expect(await invokeCheckout({ order }, address)).toStrictEqual(receipt);
        },
      },
      {
        title: "says everything that does not fit, deep inside",
        async run(address) {
          const lines = [{ sku: "a", quantity: 0, price: "1" }];
          await expectProblems(invokeCheckout({ order: { ...order, lines } }, address), [
            [["order", "lines", 0, "sku"], "String should match pattern '^[A-Z]+$'"],
            [["order", "lines", 0, "quantity"], "Input should be greater than 0"],
          ]);
        },
      },
    ],
  },
];
