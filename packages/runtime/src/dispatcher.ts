/** Where undici, and so Node's own `fetch`, keeps what it sends requests with. */
const place = Symbol.for("undici.globalDispatcher.1");

/** What the runtime knows of undici's dispatchers. */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/** The dispatcher of this process; none where `fetch` is not undici's. */
export function globalDispatcher(): Dispatcher | undefined {
  const globals = globalThis as { [place]?: Dispatcher };
  // Node fills the place with the first `Headers`.
  if (globals[place] === undefined) new Headers();
  return globals[place];
}
