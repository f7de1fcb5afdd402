export type { ChainSource, IntrospectedSource, StaticSource } from "./chain-source.js";
export { type DiagnosticCode, diagnosticCodes } from "./diagnostics/codes.js";
export type { Diagnostic, Location, Severity } from "./diagnostics/diagnostic.js";
export { type ReadLines, renderDiagnostics } from "./diagnostics/render.js";
export type { EmitOptions } from "./emit/emit-options.js";
export { type ChainRequest, type GeneratedClient, generateClient, readChain, readOrIntrospect } from "./generate.js";
export {
  type MockOptions,
  type MockRequest,
  type MockServer,
  type MockStart,
  mockWebhookSecret,
  startMock,
} from "./mock/mock-server.js";
export { diskHost } from "./read/hosts/disk-host.js";
export { memoryHost } from "./read/hosts/memory-host.js";
export type { Introspection } from "./read/introspect/introspection.js";
export type { SourceReading } from "./read/read-result.js";
export type { ReadOptions } from "./read/read-source.js";
export type { SchemaPair } from "./read/schema-pair.js";
export type { ReadResult, SourceHost } from "./read/source-host.js";
export type { ChainSignature, FrameSchemas, JsonSchema, JsonSchemaObject, JsonValue, Transport } from "./signature.js";
export { signatureText } from "./signature-text.js";
