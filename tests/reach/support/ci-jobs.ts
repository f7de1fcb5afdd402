import { parse } from "yaml";

/** A step of a job that runs a shell. */
export interface ShellStep {
  /** Its lines. All of them run in one shell, which ends with the first that fails. */
  readonly commands: string;
  /** The variables of the job and the step, as they are written. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where it runs, from the repository's root. */
  readonly folder: string;
}

/** What a file of GitHub Actions or GitLab CI says, as far as commands go. */
interface Workflow {
  readonly jobs?: Readonly<Record<string, GitHubJob>>;
  readonly [name: string]: unknown;
}
interface GitHubJob {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly "working-directory"?: string;
  }[];
}
interface GitLabJob {
  readonly variables?: Readonly<Record<string, string | number>>;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
}

/** The steps of a workflow that run commands, in their order. A step that neither runs nor uses anything is an error. */
export function shellStepsOf(yaml: string): readonly ShellStep[] {
  const workflow = parse(yaml) as Workflow;
  if (workflow.jobs !== undefined) return Object.values(workflow.jobs).flatMap(stepsOfGitHub);
  return Object.values(workflow).flatMap((job) => stepsOfGitLab(job as GitLabJob));
}

function stepsOfGitHub({ env = {}, steps }: GitHubJob): readonly ShellStep[] {
  return steps.flatMap((step) => {
    if (step.run === undefined && step.uses === undefined)
      throw new Error(`A step does nothing: ${JSON.stringify(step)}`);
    if (step.run === undefined) return [];
    const folder = step["working-directory"] ?? ".";
    return [{ commands: step.run, variables: { ...env, ...step.env }, folder }];
  });
}

/** GitLab gives all lines of a job to one shell. */
function stepsOfGitLab({ variables = {}, before_script: before = [], script }: GitLabJob): readonly ShellStep[] {
  const texts = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
  return [{ commands: [...before, ...script].join("\n"), variables: texts, folder: "." }];
}
