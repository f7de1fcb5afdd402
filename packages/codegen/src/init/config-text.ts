import type { Project } from "./project.js";

/** A chain of a new config. */
export interface NewChain {
  readonly source: string;
  readonly chainId?: string | undefined;
  readonly chainUrl?: string | undefined;
}

const width = 80;
const example = '{ source: "chains/hello.py", chainId: "abc123" }';

/**
 * The text of a new config. One without a chain shows what a chain looks like, in a comment.
 *
 * @param out - the folder of the clients.
 */
export function configText(
  out: string,
  chains: readonly NewChain[],
  { takesNoExtension }: Pick<Project, "takesNoExtension">,
): string {
  const extension = takesNoExtension ? '\n  importExtension: "none",' : "";
  return `import { defineConfig } from "@typed-chains/codegen/config";

export default defineConfig({
  out: ${JSON.stringify(out)},${extension}
  chains: ${listText(chains.map(fieldsOf))},
});
`;
}

function fieldsOf({ source, chainId, chainUrl }: NewChain): readonly string[] {
  const fields = Object.entries({ source, chainId, chainUrl });
  return fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`]));
}

/** A list as formatters lay it out: on one line, if it fits there. */
function listText(chains: readonly (readonly string[])[]): string {
  const line = `[${chains.map((fields) => `{ ${fields.join(", ")} }`).join(", ")}]`;
  if (chains.length > 0 && line.length <= width - "  chains: ,".length) return line;
  const lines = chains.length > 0 ? chains.map((fields) => `${objectText(fields)},`) : [`// ${example},`];
  return `[\n${lines.map((text) => `    ${text}\n`).join("")}  ]`;
}

/** An object in the list likewise; one of a single field gains nothing by more lines. */
function objectText(fields: readonly string[]): string {
  const line = `{ ${fields.join(", ")} }`;
  if (fields.length === 1 || line.length <= width - "    ,".length) return line;
  return `{\n${fields.map((field) => `      ${field},\n`).join("")}    }`;
}
