import { hasError } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import { checkDocument, writeDocument } from "../../run/check/document-file.js";
import { report } from "../output/report.js";

/**
 * Writes a signature document to a file, or compares the two, says so, and gives the exit code.
 *
 * @param checkedFor - the command that writes it, where that is not done now.
 */
export async function writeToFile(file: string, text: string, checkedFor: string | undefined): Promise<number> {
  const { status, diagnostics, patch } =
    checkedFor === undefined ? writeDocument(file, text) : await checkDocument(file, text, checkedFor);
  process.stdout.write(patch);
  if (!hasError(diagnostics)) {
    process.stderr.write(status === "unchanged" ? `✓ ${file} is up to date\n` : `✓ ${file} ${status}\n`);
  }
  return report(diagnostics, diskHost(process.cwd()));
}
