import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { workspaceFolder } from "./workspace.js";

const page = readFileSync(join(workspaceFolder, "docs", "publishing.md"), "utf8");
const exampleRegistry = "https://npm.example.com/";

/** The settings that the page on publishing gives, by the names of their files, for the registry of an address. */
export function publishingSettings(url: string): ReadonlyMap<string, string> {
  const blocks = fencedBlocks(page, "ini", "yaml").map(({ code }) => code);
  return new Map(blocks.map((code) => [/^# (\S+)\n/.exec(code)?.[1] ?? "", forRegistry(code, url)]));
}

/** The page's registry has https; Yarn 4 wants to be told, as the page says, of one that has not. */
function forRegistry(settings: string, url: string): string {
  const address = /\/\/.*$/;
  const own = settings
    .replaceAll(exampleRegistry, url)
    .replaceAll(address.exec(exampleRegistry)?.[0] ?? "", address.exec(url)?.[0] ?? "");
  return settings.includes("npmScopes:") ? `${own}unsafeHttpWhitelist:\n  - "${new URL(url).hostname}"\n` : own;
}

/** How the page installs a package with a package manager, and updates it to a version. */
export function installCommands(packageManager: string): { readonly install: string; readonly update: string } {
  const row = new RegExp(`^\\| ${packageManager} +\\| \`([^\`]+)\` +\\| \`([^\`]+)\` +\\|$`, "m").exec(page);
  const [, install, update] = row ?? [];
  if (install === undefined || update === undefined) throw new Error(`The page has no row for ${packageManager}`);
  return { install, update };
}

/** The only block of a language on the page, for the registry of an address. */
export function publishingBlock(language: string, url: string): string {
  const [block, ...others] = fencedBlocks(page, language);
  if (block === undefined || others.length > 0) throw new Error(`The page has not one block of ${language}`);
  return forRegistry(block.code, url);
}

/** The command of the page that publishes with a package manager. */
export function publishCommand(packageManager: string): string {
  const lines = fencedBlocks(page, "sh").flatMap(({ code }) => code.trimEnd().split("\n"));
  const command = lines.find((line) => line.startsWith(`${packageManager} publish`));
  if (command === undefined) throw new Error(`The page does not publish with ${packageManager}`);
  return command;
}
