export type { Bytes } from "../bytes.js";
export type { WebSocketDescriptor } from "../chain.js";
export type { SocketClose, SocketCloseKind } from "../errors/chain-socket-error.js";
export type {
  AddressedConnectOptions,
  ConnectOptions,
  WebSocketConstructor,
  WebSocketLike,
} from "../options/connect-options.js";
export type { ChainSocket } from "./chain-socket.js";
export { connect } from "./connect.js";
export { type Connector, withConnectOptions } from "./with-connect-options.js";
