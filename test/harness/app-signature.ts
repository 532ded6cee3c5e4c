import { signApp } from "../../src/signing/app-signature.ts";
import { indexHeaders } from "../../src/signing/hmac-authorization.ts";

export interface AppCall {
  readonly key: string;
  readonly secret: string;
  readonly path: string;
  readonly query?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Headers of a GET call signed by an app. */
export function signedByApp({ now, query, ...call }: AppCall): [string, string][] {
  const headers: [string, string][] = [["X-Date", new Date(now).toUTCString()]];
  const signed = { method: "GET", query, form: null, headers: indexHeaders(headers.flat()), listedHeaders: ["x-date"] };
  return [...headers, ["Authorization", signApp({ ...call, ...signed })]];
}
