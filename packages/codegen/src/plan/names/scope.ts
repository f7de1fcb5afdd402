import { unavailableWords } from "./unavailable-words.js";

/** The names of one module, each given once. */
export interface Scope {
  /** Whether a name can still be had. */
  isFree(name: string): boolean;
  /** Takes the first of the candidates that is free, else the first one with the lowest number that makes it free. */
  take(candidates: readonly [string, ...string[]]): string;
}

/** A scope in which only the words that no module can use are taken. */
export function createScope(): Scope {
  const taken = new Set(unavailableWords);
  const isFree = (name: string): boolean => !taken.has(name);
  return {
    isFree,
    take(candidates) {
      const name = candidates.find(isFree) ?? numbered(candidates[0], isFree);
      taken.add(name);
      return name;
    },
  };
}

function numbered(name: string, isFree: (name: string) => boolean): string {
  let number = 2;
  while (!isFree(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
