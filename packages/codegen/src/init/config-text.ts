const example = '{ source: "chains/hello.py", chainId: "abc123" }';

/**
 * The text of a new config. One without a chain shows what a chain looks like, in a comment.
 *
 * @param out - the folder of the clients.
 */
export function configText(out: string, sources: readonly string[]): string {
  return `import { defineConfig } from "@typed-chains/codegen/config";

export default defineConfig({
  out: ${JSON.stringify(out)},
  chains: ${listText(sources.map((source) => `{ source: ${JSON.stringify(source)} }`))},
});
`;
}

/** A list as formatters lay it out: on one line, if it fits there. */
function listText(chains: readonly string[]): string {
  const line = `[${chains.join(", ")}]`;
  if (chains.length > 0 && line.length <= 80 - "  chains: ,".length) return line;
  const lines = chains.length > 0 ? chains.map((chain) => `${chain},`) : [`// ${example},`];
  return `[\n${lines.map((text) => `    ${text}\n`).join("")}  ]`;
}
