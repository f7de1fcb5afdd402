import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { lastLines, runCommand } from "../../support/run-command.js";
import { variablesOutside } from "./workspace.js";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const help = "Install one (on Debian: apt-get install chromium), or say in CHROMIUM_PATH where one is.";

/**
 * Finds a Chromium: the one that `CHROMIUM_PATH` names, or the pinned one, which is built for Linux on x64 alone, or one on
 * `PATH`.
 *
 * @param tools - The folder of the pinned packages.
 * @throws Error where there is none; it says what to install.
 */
export async function findChromium(tools: string): Promise<string> {
  const { CHROMIUM_PATH: given, PATH = "" } = process.env;
  if (given !== undefined && given !== "") return existing(given);
  if (process.platform === "linux" && process.arch === "x64") return await unpackedChromium(tools);
  const candidates = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no Chromium on PATH. ${help}`);
  return found;
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`There is no ${path}, which CHROMIUM_PATH names. ${help}`);
  return path;
}

/** The package holds it compressed, and unpacks it to the folder of temporary files. */
async function unpackedChromium(tools: string): Promise<string> {
  const folder = join(dirname(tools), "chromium");
  if (!existsSync(folder)) await unpack(tools, folder);
  const path = join(folder, "chromium");
  const { code, stderr } = await runCommand(path, ["--version"]);
  if (code !== 0) throw new Error(`The pinned Chromium does not start:\n${lastLines(stderr, 5)}\n${help}`);
  return path;
}

/** Unpacks beside the place and moves the whole there, so that nobody ever finds a part. */
async function unpack(tools: string, folder: string): Promise<void> {
  const temporary = mkdtempSync(join(dirname(tools), "unpacking-"));
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  const { code, stderr } = await runCommand(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: tools,
    env: { ...variablesOutside(), TMPDIR: temporary },
  });
  if (code === 0 && !existsSync(folder)) return renameSync(temporary, folder);
  rmSync(temporary, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The pinned Chromium could not be unpacked:\n${lastLines(stderr, 5)}`);
}
