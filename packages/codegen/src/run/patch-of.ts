import type { FileChange } from "../write/file-change.js";
import type { OutputFolder } from "../write/output-folder.js";

/** What stands for a file that is not there, as in git. */
const nothing = "/dev/null";

/** A change of a file as a unified diff, from what is there to what is generated now. */
export async function patchOf(folder: OutputFolder, { path, text }: FileChange): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const before = folder.read(path);
  const name = folder.pathOf(path);
  return createTwoFilesPatch(
    before === undefined ? nothing : name,
    text === undefined ? nothing : name,
    withPlainLines(before ?? ""),
    withPlainLines(text ?? ""),
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}

/** Git may have changed the line ends on checkout. */
function withPlainLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
