/**
 * Runs a config that is a program and gives its default export.
 *
 * @param path - absolute.
 * @param text - what stands in it.
 */
export type RunProgram = (path: string, text: string) => Promise<unknown>;

/** Runs the file on disk. */
export const runOnce: RunProgram = async (path) => {
  const [{ loadModule }, { unended }] = await Promise.all([import("./load-module.js"), import("./unended.js")]);
  return await unended(async () => await loadModule(path));
};

/** Runs the file on disk, whatever this process has run before. */
export const runAgain: RunProgram = async (path) => await (await import("./reload-module.js")).reloadModule(path);

/** Runs the text, as the file that it is of a revision: what it imports is what is there now. */
export const runText: RunProgram = async (path, text) => {
  const [{ createJiti }, { unended }] = await Promise.all([import("jiti"), import("./unended.js")]);
  // What is there now may have been run already, under the same name.
  const jiti = createJiti(path, { interopDefault: false, fsCache: false, moduleCache: false });
  // A text that Node could run itself would be taken from the file that is there now.
  const run = async (): Promise<unknown> =>
    await jiti.evalModule(text, { filename: path, async: true, forceTranspile: true });
  const module = await unended(run);
  // What is written for CommonJS is its own default export.
  return typeof module === "object" && module !== null && "default" in module ? module.default : module;
};
