const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

/** The place of a key: `input.top_k`, `input["a-b"]`. */
export function keyPlace(place: string, key: string): string {
  return identifier.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
}

/** The place of each item of a list: `output[]`. */
export function itemPlace(place: string): string {
  return `${place}[]`;
}

/** The place of a position of a tuple: `output[0]`. */
export function positionPlace(place: string, position: number): string {
  return `${place}[${position}]`;
}

/** The place of each value whose key is data: `output.*`. */
export function valuePlace(place: string): string {
  return `${place}.*`;
}

/** The place of one model of several: `output<Dog>`. */
export function casePlace(place: string, name: string): string {
  return `${place}<${name}>`;
}
