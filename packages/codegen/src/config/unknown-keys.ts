import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { similarName } from "../similar-name.js";
import type { ConfigFile } from "./config-file.js";
import { configKeys } from "./config-schema.js";
import { type ConfigPath, placeText } from "./place-text.js";

/** A part of a config that has a closed list of keys. */
interface Part {
  readonly kind: keyof typeof configKeys;
  readonly value: object;
  readonly path: ConfigPath;
}

/** Refuses the keys that a config does not have, and names those that may be meant. */
export function unknownKeys({ file, value, locate }: ConfigFile): readonly Diagnostic[] {
  return partsOf(value).flatMap((part) =>
    Object.keys(part.value)
      .filter((key) => !configKeys[part.kind].includes(key))
      .map((key) => {
        const path = [...part.path, key];
        const help = helpOn(key, part.kind);
        return error("TC603", `${placeText(path)} in ${file} is not known`, { location: locate(path, "key"), help });
      }),
  );
}

function partsOf(config: unknown): readonly Part[] {
  if (!isRecord(config)) return [];
  const chains: readonly unknown[] = Array.isArray(config["chains"]) ? config["chains"] : [];
  return [{ kind: "config", value: config, path: [] }, ...part("package", config, []), ...chains.flatMap(partsOfChain)];
}

function partsOfChain(chain: unknown, index: number): readonly Part[] {
  if (!isRecord(chain)) return [];
  const path = ["chains", index];
  return [{ kind: "chain", value: chain, path }, ...part("pair", chain, path), ...part("package", chain, path)];
}

/** A part that may be an object, or a text instead. */
function part(kind: "pair" | "package", above: Readonly<Record<string, unknown>>, path: ConfigPath): readonly Part[] {
  const key = kind === "pair" ? "source" : "package";
  const value = above[key];
  return isRecord(value) ? [{ kind, value, path: [...path, key] }] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function helpOn(key: string, kind: Part["kind"]): string {
  const known = configKeys[kind];
  const similar = similarName(key, known);
  if (similar !== undefined) return `write \`${similar}\`, if that is meant`;
  if (kind === "config" && configKeys.chain.includes(key)) return "it belongs to a chain: `chains: [{ … }]`";
  if (kind === "chain" && configKeys.config.includes(key)) return "it belongs to the top of the config";
  return `the keys here are ${known.join(", ")}`;
}
