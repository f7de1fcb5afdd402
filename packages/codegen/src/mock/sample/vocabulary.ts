import type { Random } from "./random.js";

const adjectives = "bright calm early gentle green hidden little modern open quiet silver small wide young".split(" ");
const nouns =
  "bridge city cloud forest garden harbor island letter market morning river road song stone valley window".split(" ");
const verbs = "crosses finds follows keeps leaves meets reaches remembers watches".split(" ");
const firstNames = "Ana Ben Clara David Elena Farid Grace Hugo Ines Jonas".split(" ");
const lastNames = "Berg Costa Evans Khan Lang Moreau Novak Okafor Silva Tanaka".split(" ");

const oneOf = (words: readonly string[]) => (random: Random) => random.pick(words) ?? "";

/** A noun of everyday English. */
export const word: (random: Random) => string = oneOf(nouns);
/** A first name. */
export const firstName: (random: Random) => string = oneOf(firstNames);
/** A family name. */
export const lastName: (random: Random) => string = oneOf(lastNames);

/** Two words that belong together. */
export function phrase(random: Random): string {
  return `${oneOf(adjectives)(random)} ${word(random)}`;
}

/** What a thing may be called. */
export function title(random: Random): string {
  return phrase(random).replace(/^./, (letter) => letter.toUpperCase());
}

/** A sentence of seven words. */
export function sentence(random: Random): string {
  return `The ${phrase(random)} ${oneOf(verbs)(random)} the ${phrase(random)}.`;
}

/** A few sentences. */
export function paragraph(random: Random): string {
  return Array.from({ length: random.between(2, 4) }, () => sentence(random)).join(" ");
}
