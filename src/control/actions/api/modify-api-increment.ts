import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { loadApi } from "./load.ts";
import { findKeyProblem } from "./oauth.ts";

/** Changes the key or the login page of an authorization API alone; like any change of a draft it needs a release. */
export const modifyApiIncrement: Handler<"ModifyApiIncrement"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  const { oauth } = api.definition;
  if (oauth?.kind !== "authorization") {
    const message = `The API \`${api.id}\` is no authorization API, so there is nothing of OAuth to modify.`;
    throw new ApiError("InvalidParameterValue.InvalidApiBusinessType", message);
  }
  const { PublicKey: publicKey = oauth.publicKey, LoginRedirectUrl } = input;
  if (input.PublicKey === undefined && LoginRedirectUrl === undefined) {
    const message = "At least one of `PublicKey` and `LoginRedirectUrl` must be given.";
    throw new ApiError("InvalidParameterValue.NothingModifyForOauth", message);
  }
  const problem = input.PublicKey === undefined ? undefined : findKeyProblem(publicKey);
  // InvalidPublicKey is not among the codes of this action.
  if (problem !== undefined) throw new ApiError("InvalidParameter.FormatError", problem);

  const loginRedirectUrl = LoginRedirectUrl === undefined ? oauth.loginRedirectUrl : LoginRedirectUrl || null;
  const definition = { ...api.definition, oauth: { ...oauth, publicKey, loginRedirectUrl } };
  await call.tx.apis.update({ ...api, definition, modifiedAt: call.now });
  return {};
};
