import { isChainInputError } from "@typed-chains/runtime";
import { expect } from "vitest";

/** Expects a call to be refused for its input, with these paths and messages. */
export async function expectProblems(
  call: Promise<unknown>,
  problems: readonly (readonly [(string | number)[], string])[],
): Promise<void> {
  const failure: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isChainInputError(failure)) throw new Error("The call did not fail with a ChainInputError", { cause: failure });
  expect(failure.problems.map(({ path, message }) => [path, message])).toStrictEqual(problems);
  expect(failure.status).toBe(400);
}
