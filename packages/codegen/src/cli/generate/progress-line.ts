/** A line that tells how many chains have been read. */
export interface ProgressLine {
  /** Counts one chain more. */
  advance(name: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** Where the line is shown: what of `process.stderr` it needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const eraseLine = "\r\u001b[K";

/**
 * A line for several chains on a terminal. Where nobody watches, as in CI or a file, nothing is written.
 *
 * @param total - how many chains there are.
 */
export function progressLine(total: number, terminal: Terminal | undefined, env: NodeJS.ProcessEnv): ProgressLine {
  if (terminal?.isTTY !== true || total < 2 || isUnwatched(env)) return { advance: () => {}, clear: () => {} };
  // A terminal that does not know its width says 0.
  const width = terminal.columns === undefined || terminal.columns === 0 ? 80 : terminal.columns;
  let done = 0;
  return {
    advance(name) {
      done += 1;
      // A line that wraps could not be erased; and a name must not steer the terminal.
      const line = `reading ${done}/${total} ${name.replaceAll(/\p{Cc}/gu, "?")}`.slice(0, width - 1);
      terminal.write(`${eraseLine}${line}`);
    },
    clear: () => void terminal.write(eraseLine),
  };
}

function isUnwatched({ CI, TERM }: NodeJS.ProcessEnv): boolean {
  return TERM === "dumb" || !["", "0", "false", undefined].includes(CI);
}
