import { isEnvironmentName } from "../model/environment.ts";
import { contentMd5, signApp } from "../signing/app-signature.ts";
import { indexHeaders } from "../signing/hmac-authorization.ts";

/** A gateway call as it will be made. */
export interface OutgoingCall {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** The headers to add so that the call is signed by an app: now, and over everything an app signs. */
export function appHeaders(
  { url, method, headers, body }: OutgoingCall,
  app: { readonly key: string; readonly secret: string },
): [string, string][] {
  const added: [string, string][] = [["X-Date", new Date().toUTCString()]];
  const index = indexHeaders(headers.flat());
  // It is signed, so it must not be left to whoever sends the call.
  if (index.get("accept") === undefined) added.push(["Accept", "*/*"]);
  const isForm = String(index.get("content-type")).startsWith("application/x-www-form-urlencoded");
  if (body !== null && !isForm) added.push(["Content-MD5", contentMd5(Buffer.from(body)).bytes]);
  const authorization = signApp({
    ...app,
    method,
    path: withoutEnvironment(url.pathname),
    query: url.search.slice(1),
    form: isForm && body !== null ? Buffer.from(body).toString("latin1") : null,
    headers: indexHeaders([...headers, ...added].flat()),
    listedHeaders: ["x-date"],
  });
  return [...added, ["Authorization", authorization]];
}

/** What of a path is signed: neither the environment nor, in path style, the service that stands before it. */
export function withoutEnvironment(path: string): string {
  const [, first = "", , environment = "", ...rest] = path.split("/");
  if (first === "_" && isEnvironmentName(environment)) return `/${rest.join("/")}`;
  if (!isEnvironmentName(first)) return path;
  return path.slice(`/${first}`.length) || "/";
}
