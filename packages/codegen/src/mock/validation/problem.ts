import { formatLocation, type Location } from "./location.js";

/** One thing that is wrong with an input, in pydantic's words, without a full stop. */
export interface Problem {
  readonly location: Location;
  readonly message: string;
  /** A numpy field raises an exception that pydantic does not catch: the server fails instead of listing problems. */
  readonly escapes?: true;
}

/** Makes the list of a single problem. */
export function problem(location: Location, message: string): readonly Problem[] {
  return [{ location, message }];
}

/** The text of an answer about bad input, as the model server writes it. */
export function inputErrorText(problems: readonly Problem[]): string {
  const heading = problems.length === 1 ? "Input Parsing Error:" : "Input Parsing Errors:";
  return [heading, ...problems.map(problemLine)].join("\n");
}

/** One line of that text. */
export function problemLine({ location, message }: Problem): string {
  return `  \`${formatLocation(location)}\`: ${message}.`;
}
