import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandResult } from "../../support/run-command.js";
import type { ShellStep } from "./ci-jobs.js";
import { createConsumerProject } from "./consumer-project.js";

/** A machine of a CI service: a clone of a repository, and what its jobs may run beside what every machine has. */
export interface CiMachine {
  /** Runs commands in the clone, as whoever works on the repository. */
  work(commands: string): Promise<CommandResult>;
  write(path: string, text: string): void;
  run(step: ShellStep): Promise<CommandResult>;
  /** What has been sent elsewhere since it was last asked: comments and packages. */
  sent(): string;
  remove(): void;
}

/** What the services put in the place of their expressions and variables. */
const expressions: Readonly<Record<string, string>> = {
  "github.base_ref": "main",
  "github.token": "token",
  "github.event.pull_request.number": "7",
  "secrets.NPM_TOKEN": "token",
};
const serviceVariables = { CI: "true", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" };

const identity = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
};

/** Stand-ins for the commands that reach beyond the machine. No registry has a package of the repository. */
const commands = (generator: string): Readonly<Record<string, string>> => ({
  npx: `[ "$1" = typed-chains ] || exit 127\nshift\nexec "${process.execPath}" "${generator}" "$@"`,
  npm: `case "$1" in ci) rm -rf node_modules ;; view) exit 1 ;; publish) echo "published from $PWD" >> "$SENT" ;; *) exit 127 ;; esac`,
  gh: [
    // There is no last comment to edit before the first one.
    `case "$*" in *--edit-last*) grep -qs "^gh pr comment" "$SENT" || exit 1 ;; esac`,
    `echo "gh $*" >> "$SENT"\nfor last; do :; done\ncat "$last" >> "$SENT"`,
  ].join("\n"),
});

/** Makes a machine whose clone is empty but for a branch `main` with the files. */
export async function makeCiMachine(generator: string, files: Readonly<Record<string, string>>): Promise<CiMachine> {
  const project = createConsumerProject({}, identity);
  const { folder } = project;
  for (const [name, text] of Object.entries(commands(generator))) {
    project.write(`bin/${name}`, `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  const sent = join(folder, "sent");
  const shell = (script: string): Promise<CommandResult> => project.attempt("bash", "-eo", "pipefail", "-c", script);
  const prelude = `export PATH="${join(folder, "bin")}:$PATH" SENT="${sent}"\n`;
  const work = (script: string): Promise<CommandResult> => shell(`${prelude}cd clone\n${script}`);
  const write = (path: string, text: string): void => project.write(`clone/${path}`, text);
  await shell("git init --quiet --bare --initial-branch main origin\ngit clone --quiet origin clone");
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    work,
    write,
    run: ({ commands: script, variables, folder: inside }) =>
      work(`${exported(serviceVariables)}${exported(variables)}cd "${inside}"\n${filled(script)}`),
    sent: () => (existsSync(sent) ? readFileSync(sent, "utf8") : ""),
    remove: () => project.remove(),
  };
}

/** Sets variables, whose values may name those that were set before. */
function exported(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}="${filled(value)}"\n`)
    .join("");
}

function filled(text: string): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => {
    const value = expressions[name];
    if (value === undefined) throw new Error(`Nobody says what ${name} is`);
    return value;
  });
}
