import { parse } from "yaml";

/** A workflow of GitHub Actions, as far as the example uses it. */
interface WorkflowFile {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, JobEntry>>;
}

interface JobEntry {
  readonly needs?: string;
  readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

/** A job for one value of its matrix. */
export interface WorkflowJob {
  readonly name: string;
  /** The job that comes before it. */
  readonly needs: string | undefined;
  /** What its steps run, in order. */
  readonly commands: readonly string[];
}

/** What a workflow runs. */
export interface Workflow {
  readonly variables: Readonly<Record<string, string>>;
  /** In the order in which they may run one after the other. */
  readonly jobs: readonly WorkflowJob[];
}

/** Reads a workflow. `given` has what its expressions stand for, such as `vars.TURBO_TEAM`. */
export function readWorkflow(text: string, given: Readonly<Record<string, string>>): Workflow {
  const { env, jobs } = parse(text) as WorkflowFile;
  const variables = Object.entries(env).map(([name, value]) => [name, fill(value, given)] as const);
  return { variables: Object.fromEntries(variables), jobs: Object.entries(jobs).flatMap(jobsOf) };
}

function jobsOf([name, { needs, strategy, steps }]: readonly [string, JobEntry]): readonly WorkflowJob[] {
  const { shard } = strategy.matrix;
  return shard.map((one) => {
    const values = { "matrix.shard": String(one), "strategy.job-total": String(shard.length) };
    return { name, needs, commands: steps.flatMap(({ run }) => (run === undefined ? [] : [fill(run, values)])) };
  });
}

/** Puts values in the place of `${{ … }}`. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ (.*?) \}\}/g, (expression, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`The workflow has an expression that no value is given for: ${expression}`);
    return value;
  });
}
