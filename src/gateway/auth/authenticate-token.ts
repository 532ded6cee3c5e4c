import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import { readToken } from "./read-token.ts";

/** OAUTH: callers of a business API show a token that its authorization API has given out (Tencent Cloud docs 628/38393). */
export const authenticateToken: Stage = ({ api, head, receivedAt }) => {
  const policy = api?.tokenPolicy;
  if (policy === undefined || policy === null) return gatewayError("oauthConfigMissing");
  if (policy.kind === "open") return undefined;
  if (policy.kind === "refuse") return gatewayError(policy.error);
  const token = readToken(head.fields, policy.authority.location);
  if (typeof token !== "string") return token;
  return policy.authority.accepts(token, receivedAt) ? undefined : gatewayError("oauthTokenRefused");
};
