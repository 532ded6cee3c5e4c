import { type Account, isReadable, type ManagementKey } from "../model/account.ts";
import { verifyTc3 } from "../signing/tc3.ts";
import { parseTc3Authorization } from "../signing/tc3-authorization.ts";
import { verifyV1 } from "../signing/v1.ts";
import { StoreError } from "../store/errors.ts";
import type { Store } from "../store/store.ts";
import { type CommonParameters, readTimestamp, textParametersOf } from "./common-parameters.ts";
import { commonError, missingParameter } from "./contract/errors.ts";
import type { ControlRequest } from "./request.ts";

const maxClockDifferenceMs = 300_000;

/** What a request says about who sent it. A token is not read: it belongs to temporary keys, and there are none. */
export interface Credentials {
  readonly secretId: string;
  /** Whether the request was signed with this secret key. */
  isSignedWith(secretKey: string): boolean;
}

export interface Caller {
  readonly key: ManagementKey;
  readonly account: Account;
}

/**
 * TC3 when its `Authorization` header is there, otherwise V1 parameters. `extraHosts` are names that clients may have signed
 * besides the Host they sent. Throws MissingParameter or AuthFailure.InvalidAuthorization.
 */
export function readCredentials(request: ControlRequest, extraHosts: readonly string[]): Credentials {
  const authorization = request.headers.get("authorization") ?? "";
  if (request.isTc3) return readTc3(request, authorization, extraHosts);
  const parameters = textParametersOf(request);
  // SDKs send SKIP for the anonymous calls of other products; it stands for no signature at all.
  if (authorization !== "" && authorization !== "SKIP" && !parameters.has("Signature")) {
    throw commonError("AuthFailure.InvalidAuthorization");
  }
  return readV1(request, parameters, extraHosts);
}

function readTc3(request: ControlRequest, header: string, extraHosts: readonly string[]): Credentials {
  const authorization = parseTc3Authorization(header);
  if (authorization === undefined) throw commonError("AuthFailure.InvalidAuthorization");
  const { method, path, query, headers, body } = request;
  const signed = { method, path, rawQuery: query, header: (name: string) => headers.get(name), body };
  return {
    secretId: authorization.secretId,
    isSignedWith: (secretKey) => verifyTc3(signed, authorization, secretKey, extraHosts),
  };
}

function readV1(
  request: ControlRequest,
  parameters: ReadonlyMap<string, string>,
  extraHosts: readonly string[],
): Credentials {
  const secretId = parameters.get("SecretId");
  if (!secretId) throw missingParameter("SecretId");
  if (!parameters.get("Signature")) throw missingParameter("Signature");
  const { method, host, path } = request;
  const signed = { method, host, path, parameters: [...parameters] };
  return { secretId, isSignedWith: (secretKey) => verifyV1(signed, secretKey, extraHosts) };
}

/** Throws AuthFailure.SignatureExpire. */
export function checkClock(common: CommonParameters, now: number): void {
  if (Math.abs(readTimestamp(common) - now) > maxClockDifferenceMs) throw commonError("AuthFailure.SignatureExpire");
}

/** Throws AuthFailure.SecretIdNotFound, and a StoreError where the key is there and cannot be decrypted. */
export async function findCaller(store: Store, secretId: string): Promise<Caller> {
  const { key, account } = await store.read(async ({ accounts }) => {
    const key = await accounts.findKey(secretId);
    return { key, account: key && (await accounts.find(key.appId)) };
  });
  if (key === undefined || account === undefined) throw commonError("AuthFailure.SecretIdNotFound");
  if (!isReadable(key)) throw new StoreError("wrong-key", `the management key ${key.secretId} cannot be decrypted`);
  return { key, account };
}

/** Throws AuthFailure.SignatureFailure. */
export function checkSignature(credentials: Credentials, key: ManagementKey): void {
  if (!credentials.isSignedWith(key.secretKey)) throw commonError("AuthFailure.SignatureFailure");
}
