import type { Api, ApiDefinition } from "../../../model/api.ts";
import type { Tag } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ModifyApiRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { loadService } from "../service/load.ts";
import { checkBackend, checkDefinition, checkUnique } from "./check-definition.ts";
import { modifyApiCodes } from "./definition-codes.ts";
import { type Kept, readDefinition } from "./definition-from-request.ts";
import { loadApi } from "./load.ts";
import { businessApisOf, checkRelation } from "./oauth.ts";
import { refuseUnsupported } from "./unsupported.ts";

/** Replaces the draft of an API in full; callers meet the new one after the next release. */
export const modifyApi: Handler<"ModifyApi"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  checkProtocol(input.Protocol, api.definition);
  refuseUnsupported(input, call, modifyApiCodes);
  const definition = readDefinition(input, modifyApiCodes, keptOf(api.definition));
  checkDefinition(definition, modifyApiCodes);
  await checkBackend(call, definition, modifyApiCodes);
  await checkRelation(call, service.id, definition, api.id);
  await checkAuthChange(call, api, definition);
  await checkUnique(call, service.id, definition, modifyApiCodes, api.id);

  const tags = changedTags(api.tags, input.TagSpecifications);
  await call.tx.apis.update({ ...api, definition, tags, modifiedAt: call.now });
  return {};
};

/** What DescribeApi does not tell, or ModifyApi has no members for, stays: what was read can be written back. */
function keptOf({ protocol, responseErrorCodes, backend }: ApiDefinition): Kept {
  return {
    protocol,
    responseErrorCodes,
    mock: backend.type === "MOCK" ? backend : {},
    functionForm: backend.type === "SCF" ? backend.form : "EVENT",
  };
}

/** Omitted it is kept. Older clients write HTTPS or HTTP/HTTPS for what is HTTP now. */
function checkProtocol(protocol: string | undefined, current: ApiDefinition): void {
  if (protocol === undefined || protocol === "" || protocol === current.protocol) return;
  const isHttp = ["HTTP", "HTTPS", "HTTP/HTTPS"].includes(protocol);
  if (isHttp && current.protocol === "HTTP") return;
  if (isHttp || protocol === "WEBSOCKET") {
    throw new ApiError("UnsupportedOperation.ModifyProtocol", "The frontend protocol of an API cannot be changed.");
  }
  const message = `The parameter \`Protocol\` is \`${quote(protocol)}\`, but must be HTTP or WEBSOCKET.`;
  throw new ApiError("InvalidParameterValue.NotInOptions", message);
}

/** What is bound to the API would silently stop deciding who may call it, and business APIs would lose their tokens. */
async function checkAuthChange(call: Call, api: Api, next: ApiDefinition): Promise<void> {
  const { authType, oauth } = api.definition;
  if (authType === "SECRET" && next.authType !== "SECRET") {
    const bound = await call.tx.bindings.count({ serviceId: api.serviceId, level: "API", apiIds: [api.id] });
    if (bound > 0) throw associated("Usage plans are bound to the API; unbind them before `AuthType` changes.");
  }
  if (authType === "APP" && next.authType !== "APP") {
    const apps = await call.tx.appBindings.appsOf(api.serviceId, api.id);
    if (apps.length > 0) throw associated("API apps are bound to the API; unbind them before `AuthType` changes.");
  }
  if (oauth?.kind === "authorization" && next.oauth?.kind !== "authorization") {
    const [business] = await businessApisOf(call, api);
    if (business !== undefined)
      throw associated(`The business API ${business} takes tokens of this authorization API.`);
  }
}

function associated(message: string): ApiError {
  return new ApiError("UnsupportedOperation.ResourceAssociated", message);
}

/** A tag in the request is set beside those there are: no action could read them back to send them all. */
function changedTags(tags: readonly Tag[], tag: ModifyApiRequest["TagSpecifications"]): readonly Tag[] {
  if (tag === undefined) return tags;
  return [...tags.filter(({ key }) => key !== tag.Key), { key: tag.Key, value: tag.Value }];
}
