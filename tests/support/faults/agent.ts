/** Where undici, and so Node's own `fetch`, keeps what it sends requests with. */
const place: unique symbol = Symbol.for("undici.globalDispatcher.1");

/** What keeps the connections of `fetch`. */
export interface Agent {
  /** Takes no more requests, and resolves once all have ended; then it closes its connections. */
  close(): Promise<void>;
  /** Ends everything at once. */
  destroy(): Promise<void>;
}

type Global = typeof globalThis & { [place]?: Agent };

/** Gives `fetch` an agent of its own while something runs, so that its connections can be ended. */
export async function withOwnAgent<Result>(
  connect: { readonly ca?: string; readonly servername?: string },
  use: (agent: Agent) => Promise<Result>,
): Promise<Result> {
  const global: Global = globalThis;
  // Node makes its agent with the first of these.
  new Headers();
  const usual = global[place];
  if (usual === undefined) throw new Error("this Node keeps its agent elsewhere");
  const agent = Reflect.construct(usual.constructor, [{ connect }]) as Agent;
  global[place] = agent;
  try {
    return await use(agent);
  } finally {
    global[place] = usual;
  }
}
