/** The code blocks of a Markdown page that are marked with one of these languages, in order. */
export function fencedBlocks(
  markdown: string,
  ...languages: readonly string[]
): readonly { readonly language: string; readonly code: string }[] {
  const blocks = [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return blocks
    .map(([, language = "", code = ""]) => ({ language, code }))
    .filter(({ language }) => languages.includes(language));
}
