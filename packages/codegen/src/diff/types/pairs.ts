/** Pairs of objects, by identity. */
export class Pairs<First extends object, Second extends object> {
  readonly #seconds = new Map<First, Set<Second>>();

  has(first: First, second: Second): boolean {
    return this.#seconds.get(first)?.has(second) ?? false;
  }

  /** Adds a pair, and says whether it is a new one. */
  add(first: First, second: Second): boolean {
    if (this.has(first, second)) return false;
    const seconds = this.#seconds.get(first) ?? new Set();
    this.#seconds.set(first, seconds.add(second));
    return true;
  }

  delete(first: First, second: Second): void {
    this.#seconds.get(first)?.delete(second);
  }
}
