import type { Deadlined } from "../../http1/deadline-sweeper.ts";
import type { ActiveCheck } from "../../model/upstream.ts";
import type { Node, NodeOutcome } from "./node.ts";

/** Asks a node for its health. */
export interface NodeProber {
  /** Never rejects. */
  probe(request: ProbeRequest): Promise<NodeOutcome>;
}

export interface ProbeRequest {
  /** `scheme://host:port` */
  readonly origin: string;
  readonly host: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly timeoutMs: number;
}

/** The nodes that are asked, as they are now. */
interface AskedNodes {
  readonly nodes: readonly Node[];
  originOf(node: Node): string;
  hostOf(node: Node): string;
  noteAsked(node: Node, outcome: NodeOutcome): void;
}

/** Asks every node of one upstream for its health, each once per interval, and again only after it has answered. */
export class ActiveChecks implements Deadlined {
  readonly #upstream: AskedNodes;
  readonly #check: ActiveCheck;
  readonly #prober: NodeProber;
  readonly #askedAt = new WeakMap<Node, number>();
  readonly #waiting = new Set<Node>();

  constructor(upstream: AskedNodes, check: ActiveCheck, prober: NodeProber) {
    this.#upstream = upstream;
    this.#check = check;
    this.#prober = prober;
  }

  sweep(nowMs: number): void {
    for (const node of this.#upstream.nodes) {
      const isDue = nowMs - (this.#askedAt.get(node) ?? Number.NEGATIVE_INFINITY) >= this.#check.intervalSeconds * 1000;
      if (isDue && !this.#waiting.has(node)) this.#ask(node, nowMs);
    }
  }

  async #ask(node: Node, nowMs: number): Promise<void> {
    const { path, headers, timeoutSeconds } = this.#check;
    this.#askedAt.set(node, nowMs);
    this.#waiting.add(node);
    const outcome = await this.#prober.probe({
      origin: this.#upstream.originOf(node),
      host: this.#upstream.hostOf(node),
      target: path,
      headers,
      timeoutMs: timeoutSeconds * 1000,
    });
    this.#waiting.delete(node);
    this.#upstream.noteAsked(node, outcome);
  }
}
