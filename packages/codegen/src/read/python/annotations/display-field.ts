import { argument } from "../constants/call-arguments.js";
import { represented } from "../constants/text/print.js";
import type { Context } from "../context.js";
import type { Call } from "../syntax/nodes.js";

/** What Python prints for the words of a `Field`, and the constraints, in the order in which it prints them. */
const words = ["title", "description", "examples", "discriminator", "deprecated"];
const constraints: readonly (readonly [string, string])[] = [
  ["gt", "Gt"],
  ["ge", "Ge"],
  ["lt", "Lt"],
  ["le", "Le"],
  ["multiple_of", "MultipleOf"],
  ["min_length", "MinLen"],
  ["max_length", "MaxLen"],
];

/**
 * How Python prints a call of `Field` as metadata of a type, which is part of the name of a generic class; `undefined`
 * where it says more than constraints and words.
 */
export function displayFieldCall(call: Call, context: Context): string | undefined {
  const known = new Set([...words, ...constraints.map(([name]) => name)]);
  if (call.args.length > 0 || !call.keywords.every(({ name }) => name !== undefined && known.has(name))) {
    return undefined;
  }
  const print = (name: string): readonly string[] => {
    const given = argument(call, name);
    const value = given === undefined ? undefined : context.reader.fold(given, context);
    const text = value === undefined ? undefined : represented(value);
    return text === undefined ? [] : [`${name}=${text}`];
  };
  const said = words.flatMap(print);
  const metadata = constraints.flatMap(([name, title]) => print(name).map((text) => `${title}(${text})`));
  const isComplete = said.length + metadata.length === call.keywords.length;
  const listed = metadata.length === 0 ? [] : [`metadata=[${metadata.join(", ")}]`];
  return isComplete
    ? `FieldInfo(${["annotation=NoneType", "required=True", ...said, ...listed].join(", ")})`
    : undefined;
}
