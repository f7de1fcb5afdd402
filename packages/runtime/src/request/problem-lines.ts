import type { InputProblem } from "../errors/chain-input-error.js";

/** Words problems for a message as the model server does: a line each, ``  `chunks[0].start_s`: …``. */
export function problemLines(problems: readonly InputProblem[]): string {
  return problems
    .map(({ path, message }) => `\n  ${path.length > 0 ? `\`${pathText(path)}\`: ` : ""}${message}`)
    .join("");
}

/** A key that is no identifier is quoted, so that none comes apart: `a["b.c"][0]`. */
function pathText(path: InputProblem["path"]): string {
  const parts = path.map((part) => (identifier.test(String(part)) ? `.${part}` : `[${JSON.stringify(part)}]`));
  return parts.join("").replace(/^\./, "");
}

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
