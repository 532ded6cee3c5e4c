import type { Clock } from "../clock.ts";
import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import { readToken } from "./read-token.ts";

/** OAUTH: callers of a business API show a token that its authorization API has given out (Tencent Cloud docs 628/38393). */
export function authenticateToken(clock: Clock): Stage {
  return ({ api, head }) => {
    const policy = api?.tokenPolicy;
    if (policy === undefined || policy === null) return gatewayError("oauthConfigMissing");
    if (policy.kind === "open") return undefined;
    if (policy.kind === "refuse") return gatewayError(policy.error);
    const token = readToken(head.headers, policy.authority.location);
    if (typeof token !== "string") return token;
    return policy.authority.accepts(token, clock.now()) ? undefined : gatewayError("oauthTokenRefused");
  };
}
