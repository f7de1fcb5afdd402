export type { GeneratedClient } from "./build-client.js";
export type { ChainId, ChainIdsByEnvironment, ChainIdVariable } from "./chain-id.js";
export type { ChainSource, IntrospectedSource, StaticSource } from "./chain-source.js";
export type { ChainRequest, ClientOptions, PackageRequest } from "./client-request.js";
export {
  type ChainConfig,
  type ChainIdsConfig,
  defineConfig,
  type PackageConfig,
  type SchemaPairConfig,
  type SharedConfig,
  type TypedChainsConfig,
  type TypesConfig,
} from "./config/define-config.js";
export { type DiagnosticCode, diagnosticCodes } from "./diagnostics/codes.js";
export type { Diagnostic, Location, Severity } from "./diagnostics/diagnostic.js";
export { type ReadLines, renderDiagnostics } from "./diagnostics/render.js";
export { bumpVersion } from "./diff/bump-version.js";
export type { ClientFeatures } from "./diff/client-types.js";
export { diffSignatures } from "./diff/diff-signatures.js";
export { type ChangeLevel, type ChangeRule, changeRules } from "./diff/rules.js";
export type { SignatureChange, SignatureDiff } from "./diff/signature-diff.js";
export type { EmitOptions } from "./emit/emit-options.js";
export { generateClient, readChain, readOrIntrospect } from "./generate.js";
export {
  type FaultName,
  type MockFault,
  type MockOptions,
  type MockRequest,
  type MockServer,
  type MockStart,
  mockWebhookSecret,
  startMock,
} from "./mock/mock-server.js";
export type { PresentPackageJson } from "./package/package-json.js";
export type { PackageAccess, PackageSettings } from "./package/package-settings.js";
export type { GivenTypes } from "./read/given-types.js";
export { diskHost } from "./read/hosts/disk-host.js";
export { memoryHost } from "./read/hosts/memory-host.js";
export type { Introspection } from "./read/introspect/introspection.js";
export type { SourceReading } from "./read/read-result.js";
export type { ReadOptions } from "./read/read-source.js";
export type { SchemaPair } from "./read/schema-pair.js";
export type { ReadResult, RevisionOpening, SourceHost } from "./read/source-host.js";
export type { ChainSignature, FrameSchemas, JsonSchema, JsonSchemaObject, JsonValue, Transport } from "./signature.js";
export { signatureText } from "./signature-text.js";
