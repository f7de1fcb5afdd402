/** One thing that a reader of a page does or sees, in the order of the page. */
export type Step =
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "run"; readonly commands: string; readonly exitCode: number }
  | { readonly kind: "serve"; readonly command: string }
  | { readonly kind: "see"; readonly text: string };

/**
 * The steps of a page: its blocks of code. A block of `sh` is run; it ends with 0, or as the comment `# exit code` at its end
 * says; a mock runs on. A block of `text` is what is then seen. Any other is a file: the paragraph above names it at its end.
 */
export function stepsOf(page: string): readonly Step[] {
  const blocks = page.matchAll(/(?<paragraph>.*)\n\n```(?<language>\w+)\n(?<code>[\s\S]*?)^```$/gm);
  return [...blocks].map(({ groups }) =>
    stepOf(groups?.["language"] ?? "", groups?.["code"] ?? "", groups?.["paragraph"]),
  );
}

function stepOf(language: string, code: string, paragraph = ""): Step {
  if (language === "text") return { kind: "see", text: code.trimEnd() };
  if (language === "sh") {
    if (/^npx typed-chains mock /.test(code)) return { kind: "serve", command: code.trim() };
    const [, exitCode = "0"] = /# exit code (\d+)\n$/.exec(code) ?? [];
    return { kind: "run", commands: code, exitCode: Number(exitCode) };
  }
  const [, path] = /`([^`]+)`:$/.exec(paragraph) ?? [];
  if (path === undefined) throw new Error(`Nothing says which file this is:\n${code}`);
  return { kind: "write", path, text: code };
}
