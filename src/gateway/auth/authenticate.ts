import {
  type HeaderIndex,
  type HmacAuthorization,
  indexHeaders,
  type Refusal,
  readHmacAuthorization,
} from "../../signing/hmac-authorization.ts";
import { buildKeyPairText, type KeyPairText, readSigningDate, verifyKeyPair } from "../../signing/key-pair.ts";
import { type GatewayError, gatewayError } from "../errors.ts";
import type { Exchange, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import type { Grant, ServedKey } from "../served.ts";
import type { Snapshot } from "../snapshot.ts";
import { authenticateApp } from "./authenticate-app.ts";
import { authenticateToken } from "./authenticate-token.ts";
import { findGrant, hasPlans } from "./find-grant.ts";
import { findCharge, noteCharge } from "./known-charge.ts";
import { type Signer, VerifiedSignatures } from "./verified-signatures.ts";

export interface AuthenticationOptions {
  readonly snapshot: Snapshot;
  readonly clockSkewSeconds: number;
  readonly isSignedDateRequired: boolean;
}

/** A signature that keeps to the rules; nobody has vouched for it yet. */
interface Claim {
  readonly authorization: HmacAuthorization;
  readonly text: KeyPairText;
  /** Time in X-Date; null without one. */
  readonly dateMs: number | null;
}

/** Whom an unknown caller's signature is checked against, so that refusing him takes as long as refusing any other. */
const nobodysSecret = "0".repeat(40);

/**
 * SECRET: the caller must have signed with a key of a plan bound here (Tencent Cloud docs 628/11819). NONE: anybody passes,
 * and whoever signs well is charged to his plan. APP and OAUTH have rules of their own.
 */
export function authenticate(options: AuthenticationOptions): Stage {
  const { snapshot } = options;
  const verified = new VerifiedSignatures(options.clockSkewSeconds * 1000);
  const requireApp = authenticateApp(options);

  return (exchange) => {
    switch (exchange.api?.authType) {
      case "SECRET":
        return requireKey(exchange);
      case "APP":
        return requireApp(exchange);
      case "OAUTH":
        return authenticateToken(exchange);
      default:
        if (headerValue(exchange.head.fields, "authorization") !== undefined) recogniseKey(exchange);
        return undefined;
    }
  };

  function requireKey(exchange: Exchange): GatewayError | undefined {
    if (chargeKnown(exchange)) return undefined;
    const claim = readClaim(exchange, options);
    if ("refusal" in claim) return gatewayError("signatureRefused", claim.refusal);
    if (!hasPlans(exchange)) return gatewayError("noUsagePlan");
    const key = snapshot.keys.get(claim.authorization.id);
    if (key === undefined || !key.isEnabled) {
      verifyKeyPair(claim.authorization, claim.text, nobodysSecret);
      return gatewayError("keyUnknown");
    }
    const grant = findGrant(exchange, key);
    if (grant === null) return gatewayError("keyNotBound");
    const refusal = verifyKeyPair(claim.authorization, claim.text, key.secret);
    if (refusal !== undefined) return gatewayError("signatureRefused", refusal.refusal);
    const signer = { key, dateMs: claim.dateMs };
    exchange.findings.signer = signer;
    verified.remember(exchange.head.fields, claim.authorization.listedHeaders, signer);
    charge(exchange, key, grant);
    return undefined;
  }

  /** Charges a call whose signature has been verified before, if nothing about key and plan has changed since. */
  function chargeKnown(exchange: Exchange): boolean {
    const { findings, receivedAt } = exchange;
    const known = findCharge(findings, snapshot.revision);
    if (known !== undefined && verified.isTimely(known.signer, receivedAt)) {
      charge(exchange, known.signer.key, known.grant);
      return true;
    }
    const signer = knownSigner(exchange);
    const grant = signer === undefined ? null : findGrant(exchange, signer.key);
    if (signer === undefined || grant === null) return false;
    noteCharge(findings, signer, grant);
    charge(exchange, signer.key, grant);
    return true;
  }

  /** Who made this signature, if it has been verified before and his key is still the one being served. */
  function knownSigner({ head, findings, receivedAt }: Exchange): Signer | undefined {
    const { signer: found } = findings;
    const isFound = found !== null && verified.isTimely(found, receivedAt);
    const signer = isFound ? found : verified.find(head.fields, receivedAt);
    if (signer === undefined) return undefined;
    findings.signer = signer;
    return snapshot.keys.get(signer.key.id) === signer.key ? signer : undefined;
  }

  function recogniseKey(exchange: Exchange): void {
    if (chargeKnown(exchange)) return;
    const claim = readClaim(exchange, options);
    if ("refusal" in claim) return;
    const key = snapshot.keys.get(claim.authorization.id);
    if (key === undefined || !key.isEnabled) return;
    const grant = findGrant(exchange, key);
    if (grant === null || verifyKeyPair(claim.authorization, claim.text, key.secret) !== undefined) return;
    charge(exchange, key, grant);
  }
}

function charge(exchange: Exchange, key: ServedKey, grant: Grant): void {
  exchange.key = key;
  exchange.grant = grant;
}

/** Everything about a signature that can be judged without knowing the key, in the documented order. */
function readClaim(exchange: Exchange, options: AuthenticationOptions): Claim | Refusal {
  const headers = indexHeaders(exchange.head.fields);
  const authorization = readHmacAuthorization(headers);
  if ("refusal" in authorization) return authorization;
  const date = readSigningDate(headers, exchange.receivedAt, options.clockSkewSeconds * 1000);
  if ("refusal" in date) return date;
  if (options.isSignedDateRequired && !isDateSigned(headers, authorization)) {
    return { refusal: "HMAC signature cannot be verified, a valid date or x-date header is required" };
  }
  const text = buildKeyPairText(headers, authorization.listedHeaders);
  return "refusal" in text ? text : { authorization, text, dateMs: date.xDateMs };
}

function isDateSigned(headers: HeaderIndex, { listedHeaders }: HmacAuthorization): boolean {
  const dateHeader = headers.get("x-date") !== undefined ? "x-date" : "date";
  return listedHeaders.some((name) => name.toLowerCase() === dateHeader);
}
