/**
 * Runs what may end the process, or wait for what never comes, and throws where it does: Node would end without a word, and
 * a check that was never made would have passed.
 */
export async function unended<T>(run: () => Promise<T>): Promise<T> {
  const exit = process.exit.bind(process);
  let onIdle: (() => void) | undefined;
  const idle = new Promise<never>((_resolve, reject) => {
    onIdle = () => reject(new Error("it waits for something that never comes"));
    process.once("beforeExit", onIdle);
  });
  process.exit = () => {
    throw new Error("it ends the process");
  };
  try {
    return await Promise.race([run(), idle]);
  } finally {
    process.exit = exit;
    if (onIdle !== undefined) process.off("beforeExit", onIdle);
  }
}
