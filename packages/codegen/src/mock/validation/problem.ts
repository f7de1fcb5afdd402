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

/** The same of a value of the user's own, which `whole` names where it is wrong as a whole. */
export function problemNote({ location, message }: Problem, whole: string): string {
  return location.length === 0 ? `${whole}: ${message}.` : problemLine({ location, message }).trimStart();
}

/** One line of that text, or more: a key or a message may have some of its own, which are indented too. */
function problemLine({ location, message }: Problem): string {
  return `\`${formatLocation(location)}\`: ${message}.`.replace(/^(?=.*\S)/gm, "  ");
}
