/** Lays a TypeScript file out as prettier does. */
export async function formatFile(text: string, printWidth: number): Promise<string> {
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
