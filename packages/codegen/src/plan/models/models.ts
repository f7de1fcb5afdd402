import type { WantedName } from "../names/wanted-name.js";
import { wantedName } from "../names/wanted-name.js";
import { definitionId } from "../schema/reading.js";
import { classesOf } from "./equivalence.js";
import type { Definition, Side } from "./side.js";

/** Which directions a type is reached from. */
export interface Reach {
  readonly input: boolean;
  readonly output: boolean;
}

/** One named type of a module: a definition, or several that are the same. */
export interface Model {
  readonly ids: readonly string[];
  readonly wanted: WantedName;
  /** The one whose type and documentation is used: the input's, where there is one. */
  readonly definition: Definition;
  readonly reach: Reach;
  /** What it is a variant of, where there are two models of one name. */
  readonly variant?: Variant;
}

/**
 * One of two models that Python has one name for: the output half of a model that differs between the directions, or what a
 * binary call has instead of the model of a JSON call.
 */
export interface Variant {
  /** The id of the other one, whose name it goes by. */
  readonly of: string;
  readonly word: "Output" | "Binary";
}

/** The models of a chain in order of first use: what the input reaches, then what the answers do, then what binary calls do. */
export function modelsOf(input: Side, answers: Iterable<Side>, binary: Iterable<Side>): readonly Model[] {
  const definitions = definitionsIn([input, ...answers, ...binary]);
  const wanted = new Map([...definitions].map(([id, { key, schema }]) => [id, wantedName(key, schema)]));
  const comparable = [...definitions].map(
    ([id, { type }]) => [id, { name: wanted.get(id)?.name ?? "", type }] as const,
  );
  const classes = classesOf(new Map(comparable));
  const groups = new Map<number | undefined, Definition[]>();
  for (const definition of definitions.values()) {
    const group = groups.get(classes.get(definition.id)) ?? [];
    groups.set(classes.get(definition.id), [...group, definition]);
  }
  return [...groups.values()].flatMap((group) => modelOf(group, input));
}

/** The definitions of several schemas, by id. */
export function definitionsIn(sides: readonly Side[]): Map<string, Definition> {
  return new Map(sides.flatMap((side) => [...side.definitions]));
}

function modelOf(group: readonly Definition[], input: Side): readonly Model[] {
  const [definition] = group;
  if (definition === undefined) return [];
  const isInput = group.some(({ direction }) => direction === "input");
  const variant = variantOf(definition, isInput, input);
  return [
    {
      ids: group.map(({ id }) => id),
      wanted: wantedName(definition.key, definition.schema),
      definition,
      reach: { input: isInput, output: group.some(({ direction }) => direction === "output") },
      ...(variant && { variant }),
    },
  ];
}

function variantOf({ part, direction, key }: Definition, isInput: boolean, input: Side): Variant | undefined {
  // Those of JSON calls come first in their group: a group that begins with a binary one has no others.
  if (part === "binary-input" || part === "binary-output") return { of: definitionId(direction, key), word: "Binary" };
  const counterpart = definitionId("input", key);
  return !isInput && input.definitions.has(counterpart) ? { of: counterpart, word: "Output" } : undefined;
}
