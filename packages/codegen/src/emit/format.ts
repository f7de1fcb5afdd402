/** Formats a TypeScript file. */
export function formatFile(text: string): Promise<string> {
  return format(text, 120);
}

/** Formats a statement that stands in a comment. */
export async function formatExample(text: string): Promise<string> {
  return (await format(text, 96)).trimEnd();
}

async function format(text: string, printWidth: number): Promise<string> {
  const [prettier, typescript, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/typescript"),
    import("prettier/plugins/estree"),
  ]);
  return prettier.format(text, {
    parser: "typescript",
    plugins: [typescript, estree.default],
    printWidth,
    // By this name prettier knows that there is no JSX; else it looks for some, in time that grows with the square.
    filepath: "client.ts",
  });
}
