/**
 * Writes a property of its own under any name. A plain assignment to `__proto__` would change the object's prototype
 * instead.
 */
export function setOwn<Value>(target: Record<string, Value>, name: string, value: Value): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    target[name] = value;
  }
}

/** Reads a property of its own, and nothing that the prototype has. */
export function getOwn<Value>(source: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(source, name) ? source[name] : undefined;
}

/** A copy without some properties. */
export function omit<Value>(source: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}
