import { describe, expect, test } from "vitest";
import { someOf } from "../../../../tests/support/thoroughness.js";
import { diffSignatures } from "../../src/diff/diff-signatures.js";
import type { SignatureDiff } from "../../src/diff/signature-diff.js";
import type { Direction } from "../../src/plan/schema/reading.js";
import type { ChainSignature } from "../../src/signature.js";
import { errorsIn } from "../emit/support/compile.js";
import { chainChanges } from "./chain-changes.js";
import { type Change, changes, unseenChanges, type Verdict } from "./changes.js";
import { chainConsumer, ownTypes, valueConsumer } from "./support/consumers.js";
import { moduleText, readPython } from "./support/read-chain.js";

/** A change of a chain, with who notices it. */
interface Case {
  readonly name: string;
  readonly old: ChainSignature;
  readonly next: ChainSignature;
  readonly verdict: Verdict;
  /** Whether types show the change, where it breaks callers. */
  readonly isSeen: boolean;
  readonly consumer: (id: string, client: string) => string;
}

/** A chain that takes a `Value`, or one that gives it. */
function chain(declarations: string, direction: Direction): ChainSignature {
  const signature = direction === "input" ? "(self, value: Value) -> str" : "(self) -> Value";
  return readPython(`${declarations}
@chains.mark_entrypoint
class Scorer(chains.ChainletBase):
    async def run_remote${signature}:
        ...
`);
}

function valueCases(change: Change, isSeen: boolean): readonly Case[] {
  return (["input", "output"] as const).map((direction) => ({
    name: `${change.name}, as ${direction}`,
    old: chain(change.before, direction),
    next: chain(change.after, direction),
    verdict: change[direction],
    isSeen,
    consumer: (id, client) => valueConsumer(id, client, direction, change),
  }));
}

const cases: readonly Case[] = [
  ...changes.flatMap((change) => valueCases(change, true)),
  ...unseenChanges.flatMap((change) => valueCases(change, false)),
  ...chainChanges.map((change) => ({
    name: change.name,
    old: readPython(change.before),
    next: readPython(change.after),
    verdict: change.verdict,
    isSeen: true,
    consumer: (id: string) => chainConsumer(id, change),
  })),
];

describe("the rules of a change, and how far it reaches", () => {
  test.each(cases)("$name", ({ old, next, verdict: [level, ...expected] }) => {
    const diff = diffSignatures(old, next);
    expect([diff.level, ...diff.changes.map(({ rule }) => rule)]).toStrictEqual([level, ...expected]);
  });
});

test.each(cases)("what is wider one way is narrower the other: $name", ({ old, next }) => {
  const places = (diff: SignatureDiff, word: string): readonly string[] =>
    diff.changes.filter(({ rule }) => rule.startsWith("input-") && rule.endsWith(word)).map(({ place }) => place);
  const [there, back] = [diffSignatures(old, next), diffSignatures(next, old)];
  expect(places(there, "-widened")).toStrictEqual(places(back, "-narrowed"));
  expect(places(there, "-narrowed")).toStrictEqual(places(back, "-widened"));
  expect(places(there, "-changed")).toStrictEqual(places(back, "-changed"));
});

test("a consumer of the old client compiles with the new one, unless the change is major and types show it", async () => {
  const compiled = someOf(cases, 3);
  const files = new Map<string, string>();
  const consumers: string[] = [];
  for (const [index, { old, next, consumer }] of compiled.entries()) {
    const client = await moduleText(old);
    files.set(`${index}-own.ts`, ownTypes(client));
    for (const [id, text] of Object.entries({ [`${index}-old`]: client, [`${index}-next`]: await moduleText(next) })) {
      files.set(`${id}.ts`, text);
      files.set(`${id}-use.ts`, consumer(id, client));
      consumers.push(`${id}-use.ts`);
    }
  }
  const errors = errorsIn(consumers, files);
  const failed = (id: string): readonly string[] => errors.filter((error) => error.startsWith(`${id}-`));
  const judged = compiled.map(({ name }, index) => {
    return { name, withOld: failed(`${index}-old`), compiles: failed(`${index}-next`).length === 0 };
  });
  const expected = compiled.map(({ name, verdict: [level], isSeen }) => {
    return { name, withOld: [], compiles: level !== "major" || !isSeen };
  });
  expect(judged).toStrictEqual(expected);
}, 120_000);
