import { isChainInputError } from "@typed-chains/runtime";
import { NdArray, toJsonArray } from "@typed-chains/runtime/binary";
import { expect } from "vitest";
import { invokeDigestBinary, invokeMeasureBinary } from "../../fixtures/binary-calls/expected/index.js";
import type { RecordingBinary } from "../../fixtures/binary-calls/expected/measure.js";
import type { ClientContract } from "./contract.js";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const sensor = { id: "12345678-1234-5678-1234-567812345678", since: "2024-02-29T12:34:56.789000+02:00" };
const arrays = {
  samples: new NdArray(Float32Array.of(0, 0.5, -1, 2, 3, Number.NaN), [3, 2]),
  half: new NdArray(Float32Array.of(0.5, 65_504), undefined, "float16"),
  long: new NdArray(BigInt64Array.of(-(2n ** 63n), 2n ** 53n + 1n)),
  mask: new NdArray(Uint8Array.of(1, 0, 1), [1, 3], "bool"),
  wave: new NdArray(Float64Array.of(1, -2), [1], "complex128"),
  none: new NdArray(new Int32Array(), [0, 4]),
};
const { samples, ...parts } = arrays;
const texts = { price: "1E+3", length: "-PT1H0.5S", note: null };
const recording: RecordingBinary = { sensor, samples, raw: text("raw"), parts, ...texts };
const jsonParts = Object.fromEntries(Object.entries(parts).map(([name, array]) => [name, { ...toJsonArray(array) }]));
const jsonRecording = { sensor, samples: { ...toJsonArray(samples) }, raw: "raw", parts: jsonParts, ...texts };

const measure: ClientContract = {
  chain: "binary-calls/measure.py",
  entrypoint: "Measure",
  answer: [[jsonRecording], "yek", { at: 0.5, previous: { at: null, previous: null, data: "key" }, data: null }],
  calls: [
    {
      title: "sends and gets bytes, arrays and NaN, and texts for what JSON has as texts",
      async run(address) {
        const [recordings, key, marker] = await invokeMeasureBinary(
          { recordings: [recording], key: text("key") },
          address,
        );
        expect(recordings).toStrictEqual([recording]);
        expect(key).toStrictEqual(text("yek"));
        const previous = { at: Number.NaN, previous: null, data: text("key") };
        expect(marker).toStrictEqual({ at: 0.5, previous, data: null });
      },
    },
    {
      title: "says what does not fit as the JSON call does",
      async run(address) {
        // @ts-expect-error not a list
        const failure = await failureOf(invokeMeasureBinary({ recordings: "none", key: text("key") }, address));
        if (!isChainInputError(failure)) throw failure;
        expect(failure.problems).toStrictEqual([{ path: ["recordings"], message: "Input should be a valid list" }]);
      },
    },
  ],
};

const digest: ClientContract = {
  chain: "binary-calls/digest.py",
  entrypoint: "Digest",
  answer: "cba",
  calls: [
    {
      title: "gets a result that is nothing but bytes as it is",
      async run(address) {
        expect(await invokeDigestBinary({ data: text("abc") }, address)).toStrictEqual(text("cba"));
      },
    },
    {
      title: "gets no bytes where there are none",
      answer: "",
      async run(address) {
        expect(await invokeDigestBinary({}, address)).toStrictEqual(new Uint8Array());
      },
    },
  ],
};

/** The contracts of chains that are called in binary form. */
export const binaryContracts: readonly ClientContract[] = [measure, digest];

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (result) => new Error(`it resolved, with ${String(result)}`),
    (error: unknown) => error,
  );
}
