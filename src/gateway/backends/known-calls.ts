import type { Place } from "../addressing/remember-place.ts";
import type { BackendCall, Exchange } from "../exchange.ts";

/** A backend call, which is the same for requests of the same head from this peer as long as they belong to this place. */
export interface KnownCall {
  readonly call: BackendCall;
  readonly place: Place;
  readonly peerAddress: string;
}

/** The call that an earlier request led to, if this one must lead to the same. */
export function findCall({ findings, caller, body }: Exchange): BackendCall | undefined {
  const { call: known, place } = findings;
  if (known === null || body !== null || known.place !== place || known.peerAddress !== caller.peerAddress)
    return undefined;
  return known.call;
}

/** Notes a call to a single backend, unless more than head, peer and place has led to it, such as a body that was read or a plugin. */
export function noteCall({ findings, caller, plugins }: Exchange, call: BackendCall): void {
  const { place } = findings;
  if (place === null || plugins !== null || call.body !== null) return;
  findings.call = { call, place, peerAddress: caller.peerAddress };
}
