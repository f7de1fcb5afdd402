import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ModulePlan } from "./module-plan.js";
import { type ChainToPlan, pathOf } from "./plan-chain.js";

/** A chain with its plan. */
export interface PlannedChain {
  readonly chain: ChainToPlan;
  readonly module: ModulePlan;
}

const help =
  "give one of them another name: `name` of its chain in a config, else generate from the document of `typed-chains describe <source> --name <Name>`";
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The diagnostics of a chain whose file cannot have its name, by itself or beside the chains before it. */
export function collisionsOf(planned: PlannedChain, before: readonly PlannedChain[]): readonly Diagnostic[] {
  const reserved = reservedNameOf(planned);
  if (reserved !== undefined) return [reserved];
  const other = before.find(({ module }) => module.fileName === planned.module.fileName);
  return other === undefined ? sharedExports(planned, before) : [sharedFile(planned, other)];
}

function reservedNameOf({ chain, module: { fileName } }: PlannedChain): Diagnostic | undefined {
  const why =
    fileName === "index" ? "the index of all chains" : reservedOnWindows.test(fileName) ? "Windows itself" : undefined;
  if (why === undefined) return undefined;
  return error(
    "TC303",
    `the chain ${quoted(chain.signature.name)} of ${quoted(pathOf(chain))} wants the file \`${fileName}.ts\`, a name that belongs to ${why}`,
    {
      help: "give it another name with --name",
      location: { file: pathOf(chain) },
    },
  );
}

function sharedFile({ chain, module }: PlannedChain, other: PlannedChain): Diagnostic {
  return error("TC301", `${whoOf(other.chain, chain)} both want the file \`${module.fileName}.ts\``, {
    help,
    location: { file: pathOf(chain) },
  });
}

function sharedExports(planned: PlannedChain, before: readonly PlannedChain[]): readonly Diagnostic[] {
  const names = new Map(exportedNames(planned.module).map((name) => [name.toLowerCase(), name]));
  return before.flatMap((other) => {
    const shared = exportedNames(other.module).flatMap((name) => names.get(name.toLowerCase()) ?? []);
    if (shared[0] === undefined) return [];
    const message = `${whoOf(other.chain, planned.chain)} both export ${quoted(shared[0])}`;
    return [error("TC302", message, { help, location: { file: pathOf(planned.chain) } })];
  });
}

function exportedNames({ exports, inputSchema }: ModulePlan): readonly string[] {
  return [...exports.values, ...exports.types, ...(inputSchema === undefined ? [] : [inputSchema.name])];
}

function whoOf(first: ChainToPlan, second: ChainToPlan): string {
  return [first, second].map((chain) => `${quoted(chain.signature.name)} of ${quoted(pathOf(chain))}`).join(" and ");
}

function quoted(text: string): string {
  return `\`${text}\``;
}
