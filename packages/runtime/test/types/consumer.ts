// What users write against the package: compiled by declarations.test.ts with the libraries that users have.
import {
  type AddressedAsyncCallOptions,
  type AddressedCallOptions,
  type AsyncCallOptions,
  type AsyncRequest,
  type AsyncStatus,
  type AsyncStatusName,
  type CallOptions,
  type ChainDescriptor,
  ChainInputError,
  chainIdByEnvironment,
  chainIdFromVariable,
  invoke,
  invokeAsync,
  isChainError,
  isChainRemoteError,
  queueStatus,
  reattach,
  wake,
  withOptions,
} from "@typed-chains/runtime";
import { type BinaryChainDescriptor, fromJsonArray, invokeBinary, NdArray } from "@typed-chains/runtime/binary";
import { serverSentEvents } from "@typed-chains/runtime/sse";
import {
  type AddressedStreamCallOptions,
  type Bytes,
  type FramedStream,
  type FramedStreamDescriptor,
  type StreamCallOptions,
  type StreamDescriptor,
  streamBytes,
  streamFrames,
  streamText,
  type TextStream,
} from "@typed-chains/runtime/stream";
import { type AsyncResult, parseWebhook, type WebhookRequest } from "@typed-chains/runtime/webhook";
import {
  type AddressedConnectOptions,
  type ChainSocket,
  type ConnectOptions,
  connect,
  type SocketCloseKind,
  type WebSocketConstructor,
  type WebSocketDescriptor,
  withConnectOptions,
} from "@typed-chains/runtime/websocket";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function is<Expected>(): <Actual>(value: Actual, yes: Same<Actual, Expected>) => unknown {
  return (value, yes) => [value, yes];
}

// A module as it is generated, with an id and without.
interface HelloInput {
  names: readonly string[];
  params?: { top_k?: number | undefined } | undefined;
}
type HelloOutput = [number, string];
const bakedChain: ChainDescriptor<HelloInput, HelloOutput> = { name: "Hello", transport: "json", chainId: "abc" };
const freeChain: ChainDescriptor<HelloInput, HelloOutput> = { name: "Hello", transport: "json" };
const stagedChain: ChainDescriptor<HelloInput, HelloOutput> = {
  name: "Hello",
  transport: "json",
  chainId: chainIdByEnvironment({ production: "abc", staging: "def" }),
};
const variableChain: ChainDescriptor<HelloInput, HelloOutput> = { ...freeChain, chainId: chainIdFromVariable("ID") };
// @ts-expect-error An id is no list.
chainIdByEnvironment({ production: ["abc"] });
const pingChain: ChainDescriptor<Record<string, never>, string> = {
  name: "Ping",
  transport: "json",
  url: "https://x.test/run_remote",
};
function invokeHello(input: HelloInput, options?: CallOptions): Promise<HelloOutput> {
  return invoke(bakedChain, input, options);
}
function invokeHelloAsync(input: HelloInput, options: AsyncCallOptions): Promise<AsyncRequest> {
  return invokeAsync(bakedChain, input, options);
}
function invokeFree(input: HelloInput, options: AddressedCallOptions): Promise<HelloOutput> {
  return invoke(freeChain, input, options);
}
function invokeFreeAsync(input: HelloInput, options: AddressedAsyncCallOptions): Promise<AsyncRequest> {
  return invokeAsync(freeChain, input, options);
}
function invokePing(input: Record<string, never> = {}, options?: CallOptions): Promise<string> {
  return invoke(pingChain, input, options);
}

declare const apiKey: string | undefined;
declare const callOptions: CallOptions;
const names = ["Ada"] as const;

export async function baked(): Promise<void> {
  const [count, text] = await invokeHello({ names });
  is<number>()(count, true);
  is<string>()(text, true);
  await invokeHello({ names, params: undefined }, { apiKey, target: { environment: "staging" }, timeoutMs: undefined });
  await invokeHello({ names }, callOptions);
  await invokeHello({ names }, { apiKey: null, authScheme: "Bearer" });
  await invokeHello({ names }, { apiKey: () => Promise.resolve("k") });
  // @ts-expect-error names is required
  await invokeHello({});
  // @ts-expect-error a typo
  await invokeHello({ names, parms: {} });
  // @ts-expect-error one target at a time
  await invokeHello({ names }, { target: { environment: "a", deploymentId: "b" } });
  // @ts-expect-error no such target
  await invokeHello({ names }, { target: "staging" });
  // @ts-expect-error no such option
  await invokeHello({ names }, { timeout: 3 });
  // @ts-expect-error no such scheme
  await invokeHello({ names }, { authScheme: "Basic" });
}

export async function platform(): Promise<void> {
  const { signal } = new AbortController();
  await invokeHello({ names }, { signal, fetch, headers: new Headers({ traceparent: "00" }) });
  await invokeHello({ names }, { headers: { traceparent: "00" } });
  await invokeHello({ names }, { headers: new Map([["traceparent", "00"]]) });
  await invokeHello({ names }, { headers: [["traceparent", "00"]] });
  // @ts-expect-error a number is no header
  await invokeHello({ names }, { headers: { traceparent: 1 } });
  // @ts-expect-error a number is no signal
  await invokeHello({ names }, { signal: 1 });
  // @ts-expect-error a number is no fetch
  await invokeHello({ names }, { fetch: 1 });
}

export async function again(): Promise<void> {
  await invokeHello({ names }, { retry: false });
  await invokeHello({ names }, { retry: { maxAttempts: undefined, when: ({ retryable }) => retryable } });
  await invokeHello(
    { names },
    {
      retry: {
        onRetry: ({ error, attempt, delayMs }) => {
          is<number>()(attempt + delayMs, true);
          if (isChainRemoteError(error)) is<number | undefined>()(error.causes[0]?.status, true);
        },
      },
    },
  );
  // @ts-expect-error a number is no retry
  await invokeHello({ names }, { retry: 3 });
  // @ts-expect-error no such option
  await invokeHello({ names }, { retry: { attempts: 3 } });
}

export async function free(): Promise<void> {
  // @ts-expect-error options are required
  await invokeFree({ names });
  // @ts-expect-error and must say where
  await invokeFree({ names }, {});
  // @ts-expect-error and must say where
  await invokeFree({ names }, { apiKey });
  // @ts-expect-error undefined does not say where
  await invokeFree({ names }, { chainId: apiKey });
  // @ts-expect-error an environment alone does not say where
  await invokeFree({ names }, { target: { environment: "x" } });
  // @ts-expect-error another host does not say where
  await invokeFree({ names }, { apiHost: "h.test" });
  // @ts-expect-error CallOptions may lack it
  await invokeFree({ names }, callOptions);
  const out = await invokeFree({ names }, { chainId: "abc", apiKey, target: "development" });
  is<HelloOutput>()(out, true);
  await invokeFree({ names }, { target: { container: "http://localhost:8080" } });
  await invokeFree({ names }, { baseUrl: "http://localhost:8080", target: { regionalEnvironment: "eu" } });
  await invokeFree({ names }, { url: "https://chain-abc.api.baseten.co/development/run_remote" });
  await invokeFree({ names }, { ...callOptions, chainId: "abc" });
}

export async function none(): Promise<void> {
  const pong = await invokePing();
  is<string>()(pong, true);
  await invokePing({}, { apiKey });
  await invokePing(undefined, callOptions);
  // @ts-expect-error options are not input
  await invokePing({ apiKey: "k" });
  // @ts-expect-error options are not input
  await invokePing(callOptions);
}

export async function queue(): Promise<void> {
  const queued = await invokeHelloAsync({ names }, { webhookEndpoint: "https://x.test/hook", priority: 1 });
  is<string>()(queued.requestId, true);
  const { status, errors: failures } = await queued.wait({ intervalMs: 5000, timeoutMs: undefined });
  const known: AsyncStatusName = "SUCCEEDED";
  is<string>()(status === known ? "" : `${status}`, true);
  // @ts-expect-error -- a newer platform may have others
  is<AsyncStatusName>()(status, true);
  is<boolean>()(await queued.cancel(), true);
  const again = reattach(bakedChain, failures[0]?.message ?? queued.requestId, { apiKey });
  is<AsyncStatus>()(await again.status({ signal: undefined }), true);
  const { queued: waiting } = await queueStatus(freeChain, { chainId: "abc" });
  is<number>()(waiting, true);
  await wake(freeChain, { chainId: "abc", target: "development" });
  await wake(stagedChain, { target: { environment: "staging" } });
  await wake(variableChain);
  // @ts-expect-error a container does not sleep
  await wake(freeChain, { target: { container: "http://localhost:1" } });
  // @ts-expect-error say where the result goes
  await invokeHelloAsync({ names }, {});
  // @ts-expect-error 0 to 2
  await invokeHelloAsync({ names }, { webhookEndpoint: null, priority: 3 });
  // @ts-expect-error a container has no queue
  await invokeHelloAsync({ names }, { webhookEndpoint: null, target: { container: "http://localhost:1" } });
  // @ts-expect-error the queue needs to know where, too
  await invokeFreeAsync({ names }, { webhookEndpoint: null });
  await invokeFreeAsync({ names }, { webhookEndpoint: null, chainId: "abc", inferenceRetry: { maxAttempts: 1 } });
  await invokeFreeAsync({ names }, { webhookEndpoint: null, baseUrl: "https://x.test", body: "bare" });
}

declare const environment: { [name: string]: string | undefined };
declare const received: { headers: { [name: string]: string | string[] | undefined }; body: AsyncIterable<Uint8Array> };

export async function webhooks(request: Request): Promise<void> {
  const { secret } = { secret: environment["SECRET"] };
  const result = await parseWebhook(bakedChain, request, { secrets: secret });
  is<AsyncResult<HelloOutput>>()(result, true);
  if (result.ok) is<HelloOutput>()(result.data, true);
  else is<string | undefined>()(result.errors[0]?.message, true);
  is<string>()(result.requestId, true);
  await parseWebhook(pingChain, received, { secrets: [secret, environment["OLD"]], toleranceSeconds: undefined });
  await parseWebhook(pingChain, { headers: new Headers(), body: "{}" }, { secrets: null, maxBodyBytes: 1000 });
  const fake: (request: WebhookRequest) => Promise<AsyncResult<HelloOutput>> = () => Promise.resolve(result);
  // @ts-expect-error unsigned webhooks have to be asked for
  await parseWebhook(bakedChain, request, {});
  // @ts-expect-error a failure has no data
  const data: unknown = result.data;
  // @ts-expect-error a body that was parsed is not raw
  await parseWebhook(bakedChain, { headers: {}, body: { request_id: "r" } }, { secrets: secret });
  // @ts-expect-error a chain that streams is never queued
  await parseWebhook(storyChain, request, { secrets: secret });
  return void [fake, data];
}

export async function direct(): Promise<void> {
  const out = await invoke(bakedChain, { names });
  is<HelloOutput>()(out, true);
  // @ts-expect-error a typo, on the runtime's own function too
  await invoke(bakedChain, { names, parms: 1 });
  // @ts-expect-error nothing is not the input of a chain that needs one
  await invoke(bakedChain, undefined);
  // @ts-expect-error a descriptor is invariant
  const wide: ChainDescriptor<object, HelloOutput> = bakedChain;
  // @ts-expect-error a descriptor is invariant
  const loose: ChainDescriptor<HelloInput, unknown> = bakedChain;
  // @ts-expect-error invoke is for JSON chains
  await invoke({ name: "Story", transport: "text-stream" }, { names });
  return void [wide, loose];
}

export async function bound(): Promise<void> {
  const hello = withOptions(invokeHello, { target: { environment: "staging" } });
  is<typeof invokeHello>()(hello, true);
  const placed = withOptions(invokeFree, { chainId: "abc", apiKey });
  is<(input: HelloInput, options?: CallOptions) => Promise<HelloOutput>>()(placed, true);
  await placed({ names }, { target: "development" });
  await withOptions(invokePing, { apiKey })();
  await withOptions(invokeHelloAsync, { webhookEndpoint: null })({ names });
  await withOptions(invokeFreeAsync, { webhookEndpoint: null, url: "https://x.test/run_remote" })(
    { names },
    { priority: 2 },
  );
  // @ts-expect-error where?
  withOptions(invokeFree, { apiKey });
  // @ts-expect-error a typo
  withOptions(invokeHello, { apiKey, timeout: 3 });
  // @ts-expect-error a function that takes its options first
  withOptions((options?: CallOptions) => options, { apiKey });
}

// Modules of chains that stream, with an id and without.
const storyChain: StreamDescriptor<HelloInput, "text-stream"> = { name: "Story", transport: "text-stream" };
const speechChain: StreamDescriptor<HelloInput, "byte-stream"> = { name: "Speech", transport: "byte-stream" };
const scribeChain: FramedStreamDescriptor<HelloInput, { language: string }, { words: string[] }, never> = {
  name: "Scribe",
  transport: "framed-stream",
  frames: { header: true, footer: false },
};
function invokeStory(input: HelloInput, options?: StreamCallOptions): Promise<TextStream> {
  return streamText(storyChain, input, options);
}
function invokeScribe(
  input: HelloInput,
  options: AddressedStreamCallOptions,
): Promise<FramedStream<{ language: string }, { words: string[] }, never>> {
  return streamFrames(scribeChain, input, options);
}

export async function streams(): Promise<void> {
  const text = await invokeStory({ names }, { stallTimeoutMs: 1000, apiKey });
  for await (const part of text) is<string>()(part, true);
  is<string>()(await text.text(), true);
  for await (const { data } of serverSentEvents(text)) is<string>()(data, true);
  // @ts-expect-error text has no bytes
  const noBytes: unknown = text.bytes;
  const bytes = await streamBytes(speechChain, { names });
  for await (const part of bytes) is<Bytes>()(part, true);
  is<Bytes>()(await bytes.bytes(), true);
  is<Response>()(new Response(await bytes.bytes()), true);
  // @ts-expect-error bytes have no text
  const noText: unknown = bytes.text;
  const frames = await invokeScribe({ names }, { chainId: "abc", maxFrameBytes: 1000 });
  is<string>()((await frames.header).language, true);
  for await (const { words } of frames) is<string[]>()(words, true);
  const footer: never = await frames.footer;
  // @ts-expect-error where?
  await invokeScribe({ names }, { stallTimeoutMs: 1000 });
  // @ts-expect-error a chain of another transport
  await streamText(speechChain, { names });
  // @ts-expect-error a chain of another transport
  await invoke(storyChain, { names });
  // @ts-expect-error a typo
  await streamText(storyChain, { names, parms: 1 });
  // @ts-expect-error a descriptor is invariant
  const loose: FramedStreamDescriptor<HelloInput, { language: string }, unknown, never> = scribeChain;
  // @ts-expect-error the time between two parts is of no use to a call without any
  await invokeHello({ names }, { stallTimeoutMs: 1000 });
  return void [footer, loose, noBytes, noText];
}

export async function boundStreams(): Promise<void> {
  const story = withOptions(invokeStory, { target: "development", stallTimeoutMs: 1000 });
  is<typeof invokeStory>()(story, true);
  const scribe = withOptions(invokeScribe, { chainId: "abc" });
  is<string>()((await (await scribe({ names }, { stallTimeoutMs: 1000 })).header).language, true);
  await scribe({ names });
  // @ts-expect-error where?
  withOptions(invokeScribe, { stallTimeoutMs: 1000 });
}

// Modules of chains that are websockets, with an id and without.
const listenChain: WebSocketDescriptor = { name: "Listen", transport: "websocket", chainId: "abc" };
function connectListen(options?: ConnectOptions): Promise<ChainSocket> {
  return connect(listenChain, options);
}
function connectFree(options: AddressedConnectOptions): Promise<ChainSocket> {
  return connect({ name: "Free", transport: "websocket" }, options);
}

declare const webSocket: WebSocketConstructor;

export async function sockets(): Promise<void> {
  const socket = await connectListen({ apiKey, webSocket, maxQueuedBytes: undefined });
  for await (const message of socket) is<string | Bytes>()(message, true);
  socket.send("text");
  socket.send(new Uint8Array(3));
  socket.sendJson({ a: 1 });
  socket.close(4000, "done");
  const { kind } = await socket.closed;
  is<SocketCloseKind>()(kind, true);
  is<string | Bytes | undefined>()(await socket.receive(), true);
  await connectFree({ baseUrl: "https://proxy.test" });
  // @ts-expect-error where?
  await connectFree({ target: "development" });
  // @ts-expect-error a message is a text or bytes
  socket.send(new Float32Array(1));
  // @ts-expect-error a chain of another transport
  await connect(bakedChain);
  // @ts-expect-error a websocket takes no input
  await connectListen({ names });
  // @ts-expect-error bound options would be taken for the first parameter: the message names `withConnectOptions`
  withOptions(connectListen, { apiKey });
}

export async function boundConnections(): Promise<void> {
  const listen = withConnectOptions(connectListen, { target: "development", maxQueuedBytes: 5 });
  is<(options?: ConnectOptions) => Promise<ChainSocket>>()(listen, true);
  await listen();
  await withConnectOptions(connectFree, { chainId: "abc", apiKey })({ maxQueuedBytes: 5 });
  // @ts-expect-error where?
  withConnectOptions(connectFree, { apiKey });
  // @ts-expect-error a typo
  withConnectOptions(connectListen, { apiKey, timeout: 3 });
  // @ts-expect-error a function that takes an input
  withConnectOptions(invokeHello, { apiKey });
}

// A module that was generated with --binary.
interface Picture<Pixels> {
  pixels: Pixels;
}
type JsonPixels = Picture<{ data_b64: string; shape: number[]; dtype: string }>;
const filterChain: BinaryChainDescriptor<JsonPixels, JsonPixels, Picture<NdArray>, Picture<NdArray>> = {
  name: "Filter",
  transport: "json",
};
export async function binary(options: CallOptions): Promise<void> {
  const inJson = await invoke(filterChain, { pixels: { data_b64: "", shape: [0], dtype: "float32" } }, options);
  const { pixels } = await invokeBinary(filterChain, { pixels: fromJsonArray(inJson.pixels) }, options);
  is<NdArray>()(pixels, true);
  const { data } = new NdArray(new Float32Array(6), [2, 3]);
  is<Float32Array<ArrayBuffer>>()(data, true);
  // @ts-expect-error a plain object is no array
  await invokeBinary(filterChain, { pixels: { data, shape: [6], dtype: "float32" } }, options);
  // @ts-expect-error an array is nothing that JSON says
  await invoke(filterChain, { pixels });
}

export function errors(error: unknown): string {
  if (isChainRemoteError(error)) return error.remoteName;
  if (!isChainError(error)) return "?";
  switch (error.name) {
    case "ChainInputError":
      return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`).join();
    case "ChainRemoteError":
      return error.remoteStack.map(({ filename }) => filename).join();
    case "ChainHttpError":
    case "ChainDecodeError":
      return error.body;
    case "ChainConnectionError":
    case "ChainTimeoutError":
    case "ChainConfigError":
    case "ChainSocketError":
    case "ChainStreamError":
    case "ChainWebhookError":
      return [error.retryable, error.status, error.requestId, error.cause, error.help].join();
  }
}

export const fake: typeof invokeHello = () => Promise.resolve([1, "hi"]);
export const fails: typeof invokeHello = () =>
  Promise.reject(new ChainInputError("no", { chain: "Hello", problems: [] }));
// @ts-expect-error the result must fit
export const wrong: typeof invokeHello = () => Promise.resolve(["1", "hi"]);
