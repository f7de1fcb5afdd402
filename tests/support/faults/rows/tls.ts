import { answer, redirects, sends } from "../answers.js";
import type { Fault } from "../fault.js";

const serve = sends(answer(200, '"fine"'));

/** Connections that are not secure in the way that they should be. */
export const tlsFaults: readonly Fault[] = [
  {
    name: "a certificate that signed itself",
    call: "json",
    reach: "https",
    serve,
    expected: { error: "ChainConnectionError", retryable: true, message: /self-signed certificate/ },
    requests: 0,
  },
  {
    name: "a certificate of another host",
    call: "json",
    reach: "trusted https",
    serve,
    expected: { error: "ChainConnectionError", retryable: true, message: /does not match certificate's altnames/ },
    requests: 0,
  },
  {
    name: "no fault: a certificate of this host",
    call: "json",
    reach: "trusted https, by its name",
    serve,
    expected: { result: "fine" },
    requests: 1,
  },
  {
    name: "a server that speaks no TLS",
    call: "json",
    reach: "https",
    isSecure: false,
    connection: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 0,
  },
  {
    name: "a server that speaks TLS alone, called by http",
    call: "json",
    isSecure: true,
    serve,
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 0,
  },
  {
    name: "a redirect from https down to http",
    call: "json",
    reach: "trusted https, by its name",
    serve: redirects(307, ({ elsewhere }) => `${elsewhere}/there`),
    expected: { error: "ChainHttpError", retryable: false, status: 307, message: /a redirect to http:/ },
    requests: 1,
  },
];
