import type { QuotaKey } from "../../model/quota.ts";
import type { Clock } from "../clock.ts";
import { QuotaCell } from "./quota-cell.ts";
import { notServed, type QuotaAnswer, type QuotaDesk } from "./quota-desk.ts";

/**
 * - `taken`: one call has been counted;
 * - `spent`: the quota is used up;
 * - `empty`: more may be left: wait for {@link LeasedQuota.refilled} and take again;
 * - `unavailable`: the ledger cannot be asked.
 */
export type QuotaVerdict = "taken" | "spent" | "empty" | "unavailable";

interface Refusal {
  readonly verdict: "spent" | "unavailable";
  /** The quota it was given under. */
  readonly quota: number;
  readonly at: number;
  readonly validForMs: number;
}

/** The quota of one plan where it is bound, as a thread that serves calls sees it. Taking is synchronous. */
export class LeasedQuota {
  readonly key: QuotaKey;
  readonly #desk: QuotaDesk;
  readonly #clock: Clock;
  #cell: QuotaCell | null = null;
  #refusal: Refusal | null = null;
  #asking: Promise<void> | null = null;

  constructor(key: QuotaKey, desk: QuotaDesk, clock: Clock) {
    this.key = key;
    this.#desk = desk;
    this.#clock = clock;
  }

  /** Calls left of the quota. */
  get left(): number {
    return this.#cell?.left ?? 0;
  }

  /** Takes one call; `quota` is the one in force as far as the caller knows. */
  take(quota: number): QuotaVerdict {
    const taken = this.#cell?.take() ?? "empty";
    if (taken === "renew") this.#desk.renew(this.key);
    if (taken !== "empty") return "taken";
    if (this.#asking !== null) return "empty";
    const refusal = this.#refusal;
    if (refusal !== null && refusal.quota === quota && this.#isValid(refusal)) return refusal.verdict;
    this.#asking = this.#ask(quota);
    return "empty";
  }

  /** Resolves when the desk has answered; never rejects. */
  refilled(): Promise<void> {
    return this.#asking ?? Promise.resolve();
  }

  async #ask(quota: number): Promise<void> {
    const { verdict, memory, validForMs } = await this.#desk.ask(this.key).catch((): QuotaAnswer => notServed);
    this.#asking = null;
    if (memory !== null && memory !== this.#cell?.memory) this.#cell = new QuotaCell(memory);
    this.#refusal = verdict === "refilled" ? null : { verdict, quota, at: this.#clock.now(), validForMs };
  }

  /** A clock that is set back must not stretch a refusal. */
  #isValid({ at, validForMs }: Refusal): boolean {
    return Math.abs(this.#clock.now() - at) < validForMs;
  }
}
