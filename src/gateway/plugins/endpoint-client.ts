import type { Endpoint } from "../../model/plugin/endpoint.ts";

/** What an endpoint answered; `body` is what its JSON text said, undefined when it was none. */
export interface EndpointAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks endpoints of the operator's. Rejects with a GatewayError that says what the caller of the API is told. */
export interface EndpointClient {
  post(endpoint: Endpoint, message: object): Promise<EndpointAnswer>;
}
