import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Program } from "../programs/program.js";
import { renderProgram } from "../programs/render.js";
import type { ChainFile } from "./chain-files.js";

/** Writes a program into a folder. */
export async function writeProgram(title: string, program: Program, folder: string): Promise<ChainFile> {
  const files = renderProgram(program);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { title, folder, path: "app/entry.py", sources: [...files.keys()] };
}
