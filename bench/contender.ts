import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Gateway, RunningGateway } from "./gateways/gateway.ts";
import type { Bench } from "./measure.ts";

/** A gateway in the comparison, started again when it stops doing its work. */
export class Contender {
  readonly gateway: Gateway;
  readonly #bench: Bench;
  #server: RunningGateway;
  #starts = 1;

  private constructor(gateway: Gateway, bench: Bench, server: RunningGateway) {
    this.gateway = gateway;
    this.#bench = bench;
    this.#server = server;
  }

  static async start(gateway: Gateway, bench: Bench): Promise<Contender> {
    return new Contender(gateway, bench, await startAfresh(gateway, bench, 1));
  }

  get restarts(): number {
    return this.#starts - 1;
  }

  /** Measures; when that fails, once more with the gateway started afresh and warmed up. */
  async measure<S extends { readonly fault: string | undefined }>(
    run: (server: RunningGateway) => Promise<S>,
  ): Promise<S> {
    const sample = await run(this.#server);
    if (sample.fault === undefined) return sample;
    await this.#server.stop();
    this.#starts++;
    this.#server = await startAfresh(this.gateway, this.#bench, this.#starts);
    await run(this.#server);
    return run(this.#server);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}

async function startAfresh(gateway: Gateway, bench: Bench, start: number): Promise<RunningGateway> {
  const folder = join(bench.folder, `${gateway.name}-${start}`);
  await mkdir(folder);
  return gateway.start({ folder, backendPort: bench.backendPort, keys: bench.keys });
}
