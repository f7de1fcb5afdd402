import type { FileChange } from "../../write/file-change.js";
import type { OutputFolder } from "../../write/output-folder.js";

/** What stands for a file that is not there, as in git. */
const nothing = "/dev/null";

/** A change of a file as a unified diff, from what is there to what is generated now: `git apply` and `patch -p1` take it. */
export async function patchOf(folder: OutputFolder, { path, text }: FileChange): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const before = folder.read(path);
  const name = folder.pathOf(path);
  // A name with spaces ends at a tab.
  const end = /\s/.test(name) ? "" : undefined;
  return createTwoFilesPatch(
    before === undefined ? nothing : `a/${name}`,
    text === undefined ? nothing : `b/${name}`,
    withPlainLines(before ?? ""),
    withPlainLines(text ?? ""),
    end,
    end,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}

/** Git may have changed the line ends on checkout. */
function withPlainLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
