/** What a command line asks for, ready to run. It gives the exit code. */
type Work = () => Promise<number>;

/** Ends the reading of a command line with what it asks for. */
export type Choose = (work: Work) => never;

/** Thrown by what yargs calls: once that has returned, yargs lays out the whole help, which takes longer than most runs. */
export class ChosenCommand extends Error {
  readonly run: Work;

  constructor(run: Work) {
    super("A command was chosen");
    this.run = run;
  }
}

export function chooseCommand(work: Work): never {
  throw new ChosenCommand(work);
}
