import { pathToFileURL } from "node:url";

/** Why Node itself does not run a file of TypeScript: it is too old, or the file needs more than its types taken away. */
const beyondNode: ReadonlySet<unknown> = new Set([
  "ERR_UNKNOWN_FILE_EXTENSION",
  "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX",
  "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING",
  // `./other.js` may be `./other.ts`.
  "ERR_MODULE_NOT_FOUND",
]);

/**
 * Runs a module of JavaScript or TypeScript and gives its default export. It throws what the module throws, and syntax
 * errors.
 *
 * @param path - absolute.
 */
export async function loadModule(path: string): Promise<unknown> {
  const module: unknown = await importModule(path);
  return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
}

async function importModule(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (cause) {
    const isBeyondNode = cause instanceof Error && "code" in cause && beyondNode.has(cause.code);
    if (!isBeyondNode || !/\.m?ts$/.test(path)) throw cause;
    const { createJiti } = await import("jiti");
    return await createJiti(import.meta.url, { interopDefault: false }).import(path);
  }
}
