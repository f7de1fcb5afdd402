/** Where undici, and so Node's own `fetch`, keeps what it sends requests with. Node fills it with the first `Headers`. */
const place = Symbol.for("undici.globalDispatcher.1");

/** What the runtime knows of undici's dispatchers. */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/** The dispatcher of this process; none where `fetch` is not undici's. */
export function globalDispatcher(): Dispatcher | undefined {
  return (globalThis as { [place]?: Dispatcher })[place];
}

/**
 * The global `fetch`, without undici's own limit of 300 seconds of silence: a chain may take 20 minutes, and `timeoutMs` is
 * the limit. Every request still goes through the dispatcher of the process, with its connections, certificates and proxies.
 * A dispatcher that is neither of Node's own two kinds (a ProxyAgent, a MockAgent, the user's) is left to its own rules.
 */
export const patientFetch: typeof fetch = (url, init) => {
  const dispatcher = globalDispatcher();
  return fetch(url, dispatcher !== undefined && isOfNode(dispatcher) ? { ...init, ...patient(dispatcher) } : init);
};

/** Whether a dispatcher is one of Node's own two kinds. */
export function isOfNode(dispatcher: Dispatcher): boolean {
  return /^(Agent|EnvHttpProxyAgent)$/.test(dispatcher.constructor.name);
}

/** Options of a request that lift undici's limits. */
export const patience = { headersTimeout: 0, bodyTimeout: 0 } as const;

/** Dispatchers without limits, by those that they go through: a process has one, and calls in plenty. */
const patientOnes = new WeakMap<Dispatcher, Dispatcher>();

/** An option of `fetch` that only undici knows. */
function patient(dispatcher: Dispatcher): { readonly dispatcher: Dispatcher } {
  const known = patientOnes.get(dispatcher);
  if (known !== undefined) return { dispatcher: known };
  const dispatch: Dispatcher["dispatch"] = (options, handler) =>
    dispatcher.dispatch({ ...options, ...patience }, handler);
  const made = Object.create(dispatcher, { dispatch: { value: dispatch } }) as Dispatcher;
  patientOnes.set(dispatcher, made);
  return { dispatcher: made };
}
