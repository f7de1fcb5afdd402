/** What a server answered, with its body still unread. */
export interface Answer {
  /** The chain's name. */
  readonly chain: string;
  /** The origin that was asked. */
  readonly origin: string;
  readonly response: Response;
  /** Each `authorization` that was sent in the call, one after the other. */
  readonly secret: string;
}

/** Makes a result of an answer, or throws. It reads the body, or leaves it to the result. */
export type Receive<Result> = (answer: Answer) => Promise<Result>;
