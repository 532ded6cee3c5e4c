import {
  buildAppText,
  checkDateIsSigned,
  completeAppText,
  contentMd5,
  readSignedHeaders,
  showAppText,
  verifyApp,
} from "../../signing/app-signature.ts";
import {
  type HeaderIndex,
  type HmacAuthorization,
  indexHeaders,
  type Refusal,
  readHmacAuthorization,
} from "../../signing/hmac-authorization.ts";
import { readSigningDate } from "../../signing/key-pair.ts";
import type { AppState } from "../../snapshot/delta.ts";
import { type GatewayError, gatewayError } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import { isForm } from "../parameters/form.ts";
import { readBody } from "../read-body.ts";
import type { AuthenticationOptions } from "./authenticate.ts";

/** A signature that keeps to the rules, and the app that is said to have made it. */
interface AppClaim {
  readonly app: AppState;
  readonly authorization: HmacAuthorization;
  readonly headers: HeaderIndex;
}

const noBody = new Uint8Array(0);

/** More than any real form has; sorting many more would hold up everybody else. */
const MAX_FORM_FIELDS = 10_000;

/**
 * APP: an app that is bound to the API in this environment must have signed the call (Tencent Cloud docs 628/55088). No body
 * is read before it is known that the app exists and is bound here.
 */
export function authenticateApp({ snapshot, clockSkewSeconds }: AuthenticationOptions): Stage {
  return (exchange) => {
    const { api, environment } = exchange;
    if (api === null || environment === null) return gatewayError("internal");
    const headers = indexHeaders(exchange.head.fields);
    const authorization = readAuthorization(headers, exchange.receivedAt, clockSkewSeconds * 1000);
    if ("refusal" in authorization) return gatewayError("signatureRefused", authorization.refusal);
    const boundIds = snapshot.apps.boundTo(api.id, environment.name);
    if (boundIds === undefined) return gatewayError("noApiApp");
    const app = snapshot.apps.find(authorization.id);
    if (app === undefined) return gatewayError("keyUnknown");
    if (!boundIds.has(app.id)) return gatewayError("keyNotBound");
    return checkSignature(exchange, { app, authorization, headers });
  };
}

/** Everything that can be judged without knowing the app, in the documented order. */
function readAuthorization(headers: HeaderIndex, nowMs: number, maxClockSkewMs: number): HmacAuthorization | Refusal {
  const authorization = readHmacAuthorization(headers);
  if ("refusal" in authorization) return authorization;
  const { listedHeaders } = authorization;
  const date = readSigningDate(headers, nowMs, maxClockSkewMs);
  if ("refusal" in date) return date;
  const refusal = checkDateIsSigned(headers, listedHeaders);
  if (refusal !== undefined) return refusal;
  const signed = readSignedHeaders(headers, listedHeaders);
  return "refusal" in signed ? signed : authorization;
}

/** The body is read where the signature covers it: always for a form, else when there is a Content-MD5 or one is missing. */
function checkSignature(exchange: Exchange, claim: AppClaim): Outcome | Promise<Outcome> {
  if (!exchange.head.hasBody) return judge(exchange, claim, noBody);
  const needsBody = isForm(exchange.head.fields) || claim.headers.get("content-md5") !== undefined;
  if (!needsBody && judge(exchange, claim, null) === undefined) return undefined;
  return readBody(exchange).then((body) => judge(exchange, claim, body));
}

/** `body` null: not read, so it can only have been signed as if there were none. */
function judge(
  exchange: Exchange,
  { app, authorization, headers }: AppClaim,
  body: Uint8Array | null,
): GatewayError | undefined {
  const { head, path, query } = exchange;
  const hasForm = body !== null && isForm(head.fields);
  const form = hasForm ? Buffer.from(body).toString("latin1") : null;
  if (form !== null && hasTooManyFields(form)) return gatewayError("formUnreadable");
  const { listedHeaders } = authorization;
  const text = buildAppText({ method: head.method, path, query, form, headers, listedHeaders });
  if ("refusal" in text) return gatewayError("signatureRefused", text.refusal);
  const complete = completeAppText(text, md5Field(headers, body, hasForm));
  if (!verifyApp(authorization, complete, app.secret)) {
    return gatewayError("appSignatureMismatch", showAppText(complete));
  }
  exchange.app = app;
  return undefined;
}

/**
 * The Content-MD5 field of the signed text. A header that is not the body's MD5 is replaced by the right one, so that the
 * signature does not match and the caller sees why. Without the header, callers sign the MD5 of a body that is no form, or
 * nothing; which of the two is found out by trying.
 */
function md5Field(headers: HeaderIndex, body: Uint8Array | null, hasForm: boolean): string {
  const sent = headers.get("content-md5");
  if (sent === undefined && (body === null || body.length === 0 || hasForm)) return "";
  const { hex, bytes } = contentMd5(body ?? noBody);
  return sent === bytes ? bytes : hex;
}

function hasTooManyFields(form: string): boolean {
  let count = 1;
  for (let at = form.indexOf("&"); at >= 0; at = form.indexOf("&", at + 1)) {
    if (++count > MAX_FORM_FIELDS) return true;
  }
  return false;
}
