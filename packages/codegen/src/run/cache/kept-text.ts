import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../hash.js";

/** So long a text is kept that is not written again, in milliseconds: thirty days. */
const longestKept = 30 * 24 * 3600 * 1000;

/** Reads a text that was kept: only one that is whole, as it was written. */
export function readKept(file: string): string | undefined {
  try {
    const whole = readFileSync(file, "utf8");
    const end = whole.indexOf("\n");
    const text = whole.slice(end + 1);
    return whole.slice(0, end) === sha256(text) ? text : undefined;
  } catch {
    // It is not there, or cannot be read: then it is as if nothing had been kept.
    return undefined;
  }
}

/** Keeps a text, if that is possible: what is kept may always be lost, at the cost of time only. */
export function keepText(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  ifPossible(() => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${sha256(text)}\n`);
    // Of many chains, it is long: it is not copied.
    appendFileSync(temporary, text);
    renameSync(temporary, file);
  });
  ifPossible(() => rmSync(temporary, { force: true }));
  ifPossible(() => forgetOld(dirname(file)));
}

/** Folders that are generated no more leave their texts behind. */
function forgetOld(folder: string): void {
  const oldest = Date.now() - longestKept;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/\.(json|tmp)$/.test(name) && statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}

function ifPossible(act: () => void): void {
  try {
    act();
  } catch {
    // A folder that cannot be written to keeps nothing.
  }
}
