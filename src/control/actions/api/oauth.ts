import type { Api, ApiDefinition, AuthorizationApi } from "../../../model/api.ts";
import { parseRsaJwk } from "../../../signing/rsa-jwk.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiRequest, ModifyApiRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";

type Request = CreateApiRequest | ModifyApiRequest;

/** Which part an API of AuthType OAUTH plays; without a business type it takes tokens, as NORMAL says. */
export function readOauth(input: Request): NonNullable<ApiDefinition["oauth"]> {
  return input.ApiBusinessType === "OAUTH"
    ? readAuthorization(input)
    : { kind: "business", authorizationApiId: input.AuthRelationApiId ?? "" };
}

function readAuthorization({ OauthConfig: config }: Request): AuthorizationApi {
  if (config === undefined) {
    const message = "An authorization API needs `OauthConfig` with the public key of its tokens.";
    throw new ApiError("InvalidParameterValue.InvalidPublicKey", message);
  }
  const problem = findKeyProblem(config.PublicKey);
  if (problem !== undefined) throw new ApiError("InvalidParameterValue.InvalidPublicKey", problem);
  const location = config.TokenLocation.toLowerCase();
  if (location !== "header" && location !== "cookie") {
    const given = quote(config.TokenLocation);
    const message = `The parameter \`OauthConfig.TokenLocation\` is \`${given}\`, but must be header or cookie.`;
    throw new ApiError("InvalidParameterValue.NotInOptions", message);
  }
  return {
    kind: "authorization",
    publicKey: config.PublicKey,
    tokenLocation: config.TokenLocation,
    loginRedirectUrl: config.LoginRedirectUrl || null,
  };
}

/** Why tokens could not be verified with the key, as a sentence. */
export function findKeyProblem(publicKey: string): string | undefined {
  const key = parseRsaJwk(publicKey);
  if (!("problem" in key)) return undefined;
  return `The parameter \`PublicKey\` must be an RSA public key as JWK text, but ${key.problem}.`;
}

/** A business API must name an authorization API of its own service. `ownId` is that of an API that is changed. */
export async function checkRelation(
  call: Call,
  serviceId: string,
  { oauth }: ApiDefinition,
  ownId?: string,
): Promise<void> {
  if (oauth?.kind !== "business") return;
  const id = oauth.authorizationApiId;
  const found = id === ownId ? undefined : await call.tx.apis.find(call.scope, serviceId, id);
  if (found?.definition.oauth?.kind === "authorization") return;
  const message = `The parameter \`AuthRelationApiId\` is \`${quote(id)}\`, which is no authorization API of the service.`;
  throw new ApiError("ResourceNotFound.InvalidOauthApi", message);
}

/** The business APIs whose tokens an authorization API gives out: they would be left without one that verifies them. */
export async function businessApisOf(call: Call, { id, serviceId, definition }: Api): Promise<readonly string[]> {
  return definition.oauth?.kind === "authorization" ? call.tx.apis.businessApisOf(serviceId, id) : [];
}

/** The same for each authorization API of a list, by API id. */
export async function businessApisOfMany(
  call: Call,
  apis: readonly Api[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const api of apis) {
    if (api.definition.oauth?.kind === "authorization") found.set(api.id, await businessApisOf(call, api));
  }
  return found;
}
