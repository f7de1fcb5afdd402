import { spawnSync } from "node:child_process";

/** Where git is run, and what it reads. */
export interface GitInput {
  /** @defaultValue the current folder */
  readonly cwd?: string;
  /** @defaultValue nothing */
  readonly input?: string;
}

/** What git prints, however long; `undefined` where there is no git, no repository, or nothing to say. No shell is asked. */
export function gitText(args: readonly string[], { cwd, input = "" }: GitInput = {}): string | undefined {
  const { error, status, stdout } = spawnSync("git", args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...{ input, encoding: "utf8", maxBuffer: Number.POSITIVE_INFINITY },
  });
  return error === undefined && status === 0 ? stdout : undefined;
}

/** The paths that git prints with `-z`. */
export function gitPaths(args: readonly string[], where?: GitInput): readonly string[] {
  return (gitText(args, where) ?? "").split("\0").filter((path) => path !== "");
}
