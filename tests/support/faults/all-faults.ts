import type { Fault } from "./fault.js";
import { bodyFaults } from "./rows/bodies.js";
import { connectionFaults } from "./rows/connection.js";
import { echoFaults } from "./rows/echoes.js";
import { silenceFaults } from "./rows/silence.js";
import { socketFaults } from "./rows/sockets.js";
import { statusFaults } from "./rows/statuses.js";
import { streamFaults } from "./rows/streams.js";
import { tlsFaults } from "./rows/tls.js";

/** The table: what may go wrong between a caller and a chain, and what the caller gets. */
export const allFaults: readonly Fault[] = [
  ...connectionFaults,
  ...tlsFaults,
  ...silenceFaults,
  ...statusFaults,
  ...bodyFaults,
  ...streamFaults,
  ...socketFaults,
  ...echoFaults,
];
