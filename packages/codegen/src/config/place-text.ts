/** A place in a config: keys and indices, outermost first. */
export type ConfigPath = readonly (string | number)[];

/** A place in a config as a program would write it: `chains[0].types["torch.Tensor"]`. */
export function placeText(path: ConfigPath): string {
  const text = path.reduce<string>((before, key) => `${before}${step(key)}`, "");
  return `\`${text.replace(/^\./, "")}\``;
}

function step(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[$\w]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
