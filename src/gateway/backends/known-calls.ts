import type { Place } from "../addressing/remember-place.ts";
import type { BackendCall, Exchange } from "../exchange.ts";

/** A backend call, which is the same for requests of the same head from this peer as long as they belong to this place. */
export interface KnownCall {
  readonly call: BackendCall;
  readonly place: Place;
  readonly peerAddress: string;
}

/** The call that an earlier request led to, if this one must lead to the same. */
export function findCall({ findings, caller }: Exchange): BackendCall | undefined {
  const { call: known, place } = findings;
  if (known === null || known.place !== place || known.peerAddress !== caller.peerAddress) return undefined;
  return known.call;
}

/** Notes a call that follows from nothing but head, peer and place: not from a body, a plugin, or whose turn it is among nodes. */
export function noteCall({ findings, caller, head, plugins }: Exchange, call: BackendCall): void {
  const { place } = findings;
  if (place === null || plugins !== null || head.hasBody || call.body !== null || call.attempt !== null) return;
  findings.call = { call, place, peerAddress: caller.peerAddress };
}
