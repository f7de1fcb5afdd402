import { isChainStreamError } from "@typed-chains/runtime";
import { expect } from "vitest";
import {
  invokeHum,
  invokeRankNames,
  invokeTell,
  type RankNamesItem,
} from "../../fixtures/failing-streams/expected/index.js";
import type { ClientContract } from "./contract.js";
import { expectProblems } from "./expect-problems.js";

const words = ["Ada", "né", "日本"];
const tones = [0, 7, 255];
const names = ["Ada", "Grace"];
const [first, second] = [
  { name: "Ada", score: 0 },
  { name: "Grace", score: 0.5 },
];

const text: ClientContract = {
  chain: "failing-streams/tell.py",
  entrypoint: "Tell",
  answer: ["Ada ", "né ", "日本 "],
  calls: [
    {
      title: "streams text",
      async run(address) {
        let whole = "";
        for await (const part of await invokeTell({ words }, address)) whole += part;
        expect(whole).toBe("Ada né 日本 ");
      },
    },
    {
      title: "streams text even where the caller asks for JSON alone",
      async run(address) {
        const stream = await invokeTell({ words }, { ...address, headers: { accept: "application/json" } });
        expect(await stream.text()).toBe("Ada né 日本 ");
      },
    },
    {
      title: "ends as if it were whole where the chain raises in the middle",
      answer: ["Ada "],
      async run(address) {
        expect(await (await invokeTell({ words, fail_at: 1 }, address)).text()).toBe("Ada ");
      },
    },
    {
      title: "says what does not fit before it streams",
      async run(address) {
        // @ts-expect-error not a list
        await expectProblems(invokeTell({ words: "Ada" }, address), [[["words"], "Input should be a valid list"]]);
      },
    },
  ],
};

const bytes: ClientContract = {
  chain: "failing-streams/hum.py",
  entrypoint: "Hum",
  answer: ["AP8A", "B/gA", "/wAA"],
  calls: [
    {
      title: "streams bytes",
      async run(address) {
        const whole = await (await invokeHum({ tones }, address)).bytes();
        expect([...whole]).toStrictEqual([0, 255, 0, 7, 248, 0, 255, 0, 0]);
      },
    },
    {
      title: "ends as if it were whole where the chain raises in the middle",
      answer: ["AP8A"],
      async run(address) {
        expect([...(await (await invokeHum({ tones, fail_at: 1 }, address)).bytes())]).toStrictEqual([0, 255, 0]);
      },
    },
    {
      title: "is empty where the chain raises before it streams",
      answer: [],
      async run(address) {
        expect([...(await (await invokeHum({ tones, fail_at: 0 }, address)).bytes())]).toStrictEqual([]);
      },
    },
  ],
};

const frames: ClientContract = {
  chain: "failing-streams/rank.py",
  entrypoint: "RankNames",
  answer: { header: { count: 2 }, items: [first, second], footer: { best: "Grace" } },
  calls: [
    {
      title: "streams items between a header and a footer",
      async run(address) {
        const stream = await invokeRankNames({ names }, address);
        expect(await stream.header).toStrictEqual({ count: 2 });
        const items: RankNamesItem[] = [];
        for await (const item of stream) items.push(item);
        expect(items).toStrictEqual([first, second]);
        expect(await stream.footer).toStrictEqual({ best: "Grace" });
      },
    },
    {
      title: "fails where the chain raises in the middle, after the items before",
      answer: { header: { count: 2 }, items: [first] },
      async run(address) {
        const stream = await invokeRankNames({ names, fail_at: 1 }, address);
        const items: RankNamesItem[] = [];
        const failure = await expectFailure(async () => {
          for await (const item of stream) items.push(item);
        });
        expect(items).toStrictEqual([first]);
        expect(failure).toBe("RankNames: the stream ended without its footer");
        expect(await expectFailure(() => stream.footer)).toBe(failure);
      },
    },
  ],
};

/** The contracts of chains that stream, and raise in the middle where they are asked to. */
export const streamContracts: readonly ClientContract[] = [text, bytes, frames];

/** Expects something to fail with a ChainStreamError, and gives its message. */
async function expectFailure(work: () => Promise<unknown>): Promise<string> {
  const failure: unknown = await work().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (isChainStreamError(failure)) return failure.message;
  throw new Error("It did not fail with a ChainStreamError", { cause: failure });
}
