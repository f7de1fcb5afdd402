/** Words that no type of a module can be named by: TypeScript refuses them, or reads them as something else. */
const wordsOfTypeScript =
  "any as async await bigint boolean break case catch class const continue debugger default delete do else enum export " +
  "extends false finally for from function globalThis if implements import in infer instanceof interface intrinsic is " +
  "keyof let never new null number object of package private protected public readonly return satisfies static string " +
  "super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield " +
  "arguments eval NaN Infinity __proto__ constructor";

/** Names that modules use, now or for another kind of chain: a new argument or feature never renames a model. */
const wordsOfModules =
  "Promise Record Partial Uint8Array invoke invokeAsync withOptions CallOptions AddressedCallOptions " +
  "AsyncCallOptions AddressedAsyncCallOptions AsyncRequest AsyncResult ChainDescriptor StreamDescriptor " +
  "FramedStreamDescriptor WebSocketDescriptor StreamCallOptions AddressedStreamCallOptions streamText " +
  "streamBytes streamFrames TextStream ByteStream FramedStream connect ConnectOptions AddressedConnectOptions " +
  "ChainSocket parseWebhook invokeBinary NdArray BinaryChainDescriptor chainIdByEnvironment chainIdFromVariable " +
  "input options";

/** The words that are not to be had. One fixed table, whatever a module really uses. */
export const unavailableWords: ReadonlySet<string> = new Set(`${wordsOfTypeScript} ${wordsOfModules}`.split(" "));
