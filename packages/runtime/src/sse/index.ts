export { type ServerSentEvent, serverSentEvents } from "./server-sent-events.js";
