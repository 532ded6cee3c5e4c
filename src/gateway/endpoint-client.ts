/** Where the gateway itself asks something, for a plugin or to invoke a function. */
export interface Endpoint {
  /** `http(s)://host[:port]` */
  readonly origin: string;
  /** Path and query. */
  readonly target: string;
  readonly timeoutMs: number;
}

export interface EndpointAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Why there is no answer: its address is blocked, it could not be had, or not in time. */
export type EndpointFailure = "blocked" | "failed" | "timed-out";

export interface EndpointClient {
  /** Sends JSON text. An answer longer than `maxAnswerBytes` counts as failed. Never rejects. */
  post(endpoint: Endpoint, json: string, maxAnswerBytes: number): Promise<EndpointAnswer | EndpointFailure>;
}

/** The parts of `http(s)://host[:port]/path?query`. */
export function endpointAt(url: string, timeoutMs: number): Endpoint {
  const { origin, pathname, search } = new URL(url);
  return { origin, target: pathname + search, timeoutMs };
}

/** What a JSON text says; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
