import type { Exchange } from "./exchange.ts";

/** The whole body: read once, however many stages need it. From then on the gateway itself sends it to the backend. */
export async function readBody(exchange: Exchange): Promise<Buffer> {
  exchange.body ??= await exchange.caller.readBody();
  return exchange.body;
}
