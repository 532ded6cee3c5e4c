import { gatewayError } from "../errors.ts";
import type { BackendCall, Outcome } from "../exchange.ts";
import type { Node } from "./node.ts";
import type { ServedUpstream } from "./served-upstream.ts";

/** The call, made to the node whose turn it is. It can be made to another one as long as nothing of it was sent. */
export function callNode(upstream: ServedUpstream, call: BackendCall, hostFor: (ownHost: string) => string): Outcome {
  const tried = new Set<Node>();

  function next(): BackendCall | null {
    const node = tried.size > upstream.retries ? null : upstream.choose(tried);
    if (node === null) return null;
    tried.add(node);
    return {
      ...call,
      origin: upstream.originOf(node),
      host: hostFor(upstream.hostOf(node)),
      attempt: { note: (outcome) => upstream.note(node, outcome), again: next },
    };
  }

  return next() ?? gatewayError("backendUnreachable");
}
