import { hash, type KeyObject } from "node:crypto";
import { isCurrent, type TokenValidity, verifyRs256 } from "../../signing/jwt.ts";

/** Where callers put their token. */
export type TokenLocation = "header" | "cookie";

/** How many tokens found good are remembered for each public key. */
const MAX_REMEMBERED = 1_000;

/** The public key of an authorization API, and the tokens it has already vouched for. */
export class TokenAuthority {
  readonly location: TokenLocation;
  readonly #key: KeyObject;
  /** By digest, so that no token is kept; the oldest goes first. */
  readonly #remembered = new Map<string, TokenValidity>();

  constructor(key: KeyObject, location: TokenLocation) {
    this.#key = key;
    this.location = location;
  }

  /** Whether the token was signed with the key and is neither expired nor early. */
  accepts(token: string, nowMs: number): boolean {
    const digest = hash("sha256", token, "base64");
    const remembered = this.#remembered.get(digest);
    const validity = remembered ?? verifyRs256(token, this.#key);
    if (validity === undefined) return false;
    if (!isCurrent(validity, nowMs)) {
      this.#remembered.delete(digest);
      return false;
    }
    if (remembered === undefined) this.#remember(digest, validity);
    return true;
  }

  #remember(digest: string, validity: TokenValidity): void {
    if (this.#remembered.size >= MAX_REMEMBERED) {
      const [oldest] = this.#remembered.keys();
      if (oldest !== undefined) this.#remembered.delete(oldest);
    }
    this.#remembered.set(digest, validity);
  }
}
