import { dirname } from "node:path";
import { findConfig } from "../config/find-config.js";

/** The config of the current folder: its absolute path. One of a folder above is of another project. */
export async function ownConfig(): Promise<string | undefined> {
  const path = await findConfig(process.cwd());
  return path !== undefined && dirname(path) === process.cwd() ? path : undefined;
}
