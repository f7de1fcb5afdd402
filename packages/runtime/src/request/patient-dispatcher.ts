import { type Dispatcher, globalDispatcher } from "../dispatcher.js";

/** An option of `fetch` that only undici knows. */
interface DispatcherOption {
  readonly dispatcher?: Dispatcher;
}

/** Options of a request that lift undici's limits. */
export const patience = { headersTimeout: 0, bodyTimeout: 0 } as const;

/** Whether a dispatcher is one of Node's own two kinds. */
export function isOfNode(dispatcher: Dispatcher): boolean {
  return /^(Agent|EnvHttpProxyAgent)$/.test(dispatcher.constructor.name);
}

/** What makes `fetch` patient, by the dispatcher of the process: it has one, and calls in plenty. */
const patientOnes = new WeakMap<Dispatcher, DispatcherOption>();

/**
 * Takes undici's own limit of 300 seconds of silence off the global `fetch`: a chain may take 20 minutes, and `timeoutMs` is
 * the limit. Every request still goes through the dispatcher of the process, with its connections, certificates and proxies.
 * A dispatcher that is neither of Node's own two kinds (a ProxyAgent, a MockAgent, the user's) is left to its own rules.
 */
export function patientDispatcher(): DispatcherOption | undefined {
  const dispatcher = globalDispatcher();
  if (dispatcher === undefined) return undefined;
  const known = patientOnes.get(dispatcher);
  if (known !== undefined) return known;
  const option = isOfNode(dispatcher) ? { dispatcher: patient(dispatcher) } : {};
  patientOnes.set(dispatcher, option);
  return option;
}

function patient(dispatcher: Dispatcher): Dispatcher {
  // The options are those that `fetch` has just made for this one request.
  const dispatch: Dispatcher["dispatch"] = (options, handler) =>
    dispatcher.dispatch(Object.assign(options, patience), handler);
  return Object.create(dispatcher, { dispatch: { value: dispatch } }) as Dispatcher;
}
