import type { Account, Scope } from "../model/account.ts";
import type { RandomBytes } from "../model/identifiers.ts";
import type { QuotaCount } from "../model/quota.ts";
import type { Transaction } from "../store/store.ts";
import { commonError } from "./contract/errors.ts";
import type { ActionName, Actions } from "./contract/generated/types.ts";
import type { ControlSettings } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

/** One management call after signature, action, rate, region and parameters have been checked. */
export interface Call {
  readonly account: Account;
  /** Whose resources this call sees and makes. */
  readonly scope: Scope;
  /** The call's time in epoch milliseconds; every record the call writes carries it. */
  readonly now: number;
  readonly requestId: string;
  /** The transaction the whole call runs in. */
  readonly tx: Transaction;
  readonly settings: ControlSettings;
  readonly surroundings: Surroundings;
  readonly random: RandomBytes;
  /** Of the calls the ledger has leased out, those spent: what gateways still hold unused is not counted. */
  readonly quotaUse: (leased: readonly QuotaCount[]) => readonly QuotaCount[];
}

export type Handler<A extends ActionName> = (call: Call, input: Actions[A]["input"]) => Promise<Actions[A]["output"]>;

/** An action as the table holds it: whether it writes, and what it does. A `not-yet` one is refused before it would run. */
export interface Action<A extends ActionName> {
  readonly mode: "read" | "write" | "not-yet";
  readonly handle: Handler<A>;
  /** The hosted product took it out of service, and so it answers here. */
  readonly isRetired?: true;
}

/** Every published action has an entry: leaving one out does not compile. */
export type ActionTable = { readonly [A in ActionName]: Action<A> };

export function reads<A extends ActionName>(handle: Handler<A>): Action<A> {
  return { mode: "read", handle };
}

export function writes<A extends ActionName>(handle: Handler<A>): Action<A> {
  return { mode: "write", handle };
}

/** An action that is still published, but was out of service on the hosted product. */
export function retired<A extends ActionName>(): Action<A> {
  return { mode: "read", handle: () => Promise.reject(commonError("ActionOffline")), isRetired: true };
}

/** A published action this version does not serve. */
export function notYet<A extends ActionName>(): Action<A> {
  return { mode: "not-yet", handle: () => Promise.reject(new Error("not implemented")) };
}
