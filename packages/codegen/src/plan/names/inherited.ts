/** Whether every object has something under a name. TypeScript finds that where it is left out, or instead of a type: `constructor`. */
export function isInherited(name: string): boolean {
  return Object.hasOwn(Object.prototype, name);
}
