import { posix } from "node:path";
import { isJsonObject } from "../json/is-object.js";
import type { SchemaPlace } from "./reference.js";

/** Gives each referenced schema the key under which it stands in `$defs`. */
export interface DefinitionNames {
  /** The key, and whether it was asked for the first time. */
  nameOf(place: SchemaPlace): { readonly name: string; readonly isNew: boolean };
}

/** Keys are the author's own names; a file's stem, then a number, tells equal ones apart. */
export function createDefinitionNames(): DefinitionNames {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const choose = (place: SchemaPlace): string => {
    const name = ownName(place);
    const candidates = [name, `${stem(place)}_${name}`];
    for (let number = 2; ; number += 1) {
      const free = candidates.find((candidate) => !taken.has(candidate));
      if (free !== undefined) return free;
      candidates.push(`${name}_${number}`);
    }
  };
  return {
    nameOf(place) {
      const identity = JSON.stringify([place.json.file, ...place.path]);
      const known = names.get(identity);
      if (known !== undefined) return { name: known, isNew: false };
      const name = choose(place);
      names.set(identity, name);
      taken.add(name);
      return { name, isNew: true };
    },
  };
}

function ownName(place: SchemaPlace): string {
  const [container, key] = place.path.slice(-2);
  if (typeof key === "string" && (container === "$defs" || container === "definitions")) return key;
  const title = isJsonObject(place.schema) ? place.schema["title"] : undefined;
  if (typeof title === "string" && title !== "") return title;
  const named = place.path.findLast((part) => typeof part === "string" && !/^\d+$/.test(part));
  return named === undefined ? stem(place) : String(named);
}

function stem(place: SchemaPlace): string {
  return posix.basename(place.json.file).replace(/(\.schema)?\.[^.]*$/, "");
}
