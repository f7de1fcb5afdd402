/** What Python raises about a message: its class, a colon, and what it says. */
export class MessageError extends Error {}
