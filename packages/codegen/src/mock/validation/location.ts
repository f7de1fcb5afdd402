/** Where in the input a problem is: keys, indices and the labels of union members, outermost first. */
export type Location = readonly (string | number)[];

/** Writes a location as the model server does: dots before keys, which are not escaped, and `[i]` for indices. */
export function formatLocation(location: Location): string {
  let text = "";
  for (const [position, step] of location.entries()) {
    if (typeof step === "number") text += `[${step}]`;
    else text += position === 0 ? step : `.${step}`;
  }
  return text;
}
