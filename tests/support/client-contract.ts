import type { JsonValue } from "@typed-chains/codegen";
import { type CallOptions, isChainInputError } from "@typed-chains/runtime";
import { expect } from "vitest";
import { invokeTextMaker } from "../../fixtures/defaults/expected/index.js";
import { invokeHelloAll } from "../../fixtures/hello/expected/index.js";
import type { Order } from "../../fixtures/nested-models/expected/checkout.js";
import { invokeCheckout } from "../../fixtures/nested-models/expected/index.js";

/** Where a served chain is, as the options of a call say it. */
export type Address = Pick<CallOptions, "apiKey"> &
  ({ readonly baseUrl: string } | { readonly target: { container: string } });

/** What a generated client does with its chain, whoever serves it. */
export interface ClientContract {
  /** A folder of `fixtures/`, with the chain in `chain.py`. */
  readonly fixture: string;
  readonly entrypoint: string;
  /** What the chain's Python answers to the calls below that succeed. */
  readonly answer: JsonValue;
  readonly calls: readonly ContractCall[];
}

/** One call and what must come of it. */
interface ContractCall {
  readonly title: string;
  readonly run: (address: Address) => Promise<void>;
}

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

/** The contracts: a chain without models, one with defaults, one with nested models. */
export const clientContracts: readonly ClientContract[] = [
  {
    fixture: "hello",
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
    fixture: "defaults",
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
    fixture: "nested-models",
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

async function expectProblems(call: Promise<unknown>, problems: readonly (readonly [(string | number)[], string])[]) {
  const failure: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isChainInputError(failure)) throw new Error("The call did not fail with a ChainInputError", { cause: failure });
  expect(failure.problems.map(({ path, message }) => [path, message])).toStrictEqual(problems);
  expect(failure.status).toBe(400);
}
