import { setImmediate } from "node:timers/promises";

/**
 * Runs what may end the process, or wait for what never comes, and throws where it does: Node would end without a word, and
 * a check that was never made would have passed. What fails beside it, such as a promise that nobody awaits, is thrown too:
 * Node would end with a stack trace.
 */
export async function unended<T>(run: () => Promise<T>): Promise<T> {
  const exit = process.exit.bind(process);
  let onIdle = (): void => {};
  let onFailure: (cause: unknown) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    onFailure = reject;
    onIdle = () => reject(new Error("it waits for something that never comes"));
  });
  process.once("beforeExit", onIdle);
  process.on("uncaughtException", onFailure);
  process.exit = () => {
    throw new Error("it ends the process");
  };
  try {
    // Node tells what fails beside it after all that is ready has run.
    return await Promise.race([run().finally(() => setImmediate()), failed]);
  } finally {
    process.exit = exit;
    process.off("beforeExit", onIdle);
    process.off("uncaughtException", onFailure);
  }
}
