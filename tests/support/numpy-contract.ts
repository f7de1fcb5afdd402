import { isChainHttpError } from "@typed-chains/runtime";
import { expect } from "vitest";
import { type Image, invokeEmbed } from "../../fixtures/numpy/expected/embed.js";
import type { Address, ClientContract } from "./contract.js";

const image: Image = { name: "dot", pixels: { data_b64: "AAAAAAAA8D8=", shape: [1], dtype: "float64" } };

/** A chain with an array: anything else in its place is an exception that the model server does not handle. */
export const numpyContract: ClientContract = {
  chain: "numpy/chain.py",
  entrypoint: "Embed",
  answer: { ...image, pixels: { ...image.pixels } },
  calls: [
    {
      // One caller alone seldom meets a connection that is being closed.
      title: "answers every call of many callers, though the server closes a connection after each unhandled exception",
      async run(address) {
        await Promise.all(Array.from({ length: 16 }, () => callInTurns({ ...address, retry: false })));
      },
    },
  ],
};

async function callInTurns(options: Address & { readonly retry: false }): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    // @ts-expect-error not an array
    const bad: unknown = await invokeEmbed({ image: { name: "bad", pixels: [1] } }, options).catch(
      (error: unknown) => error,
    );
    expect(isChainHttpError(bad) && bad.status).toBe(500);
    expect(await invokeEmbed({ image }, options)).toStrictEqual(image);
  }
}
