import type { ApiDoc } from "../../../model/api-doc.ts";
import { idPrefixes, newResourceId, newSharePassword } from "../../../model/identifiers.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { toTags } from "../tags.ts";
import { build } from "./build.ts";
import { loadApiDoc } from "./load.ts";
import { toWireApiDoc } from "./wire.ts";

export const createApiDoc: Handler<"CreateAPIDoc"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const what = { name: input.ApiDocName, environment: input.Environment };
  const { apiIds, pages } = await build(call, { ...what, service, apiIds: input.ApiIds, unknownApis: "refuse" });
  await checkQuota(call);
  const doc = {
    ...call.scope,
    ...what,
    id: newResourceId(idPrefixes.apiDoc, call.random),
    serviceId: service.id,
    apiIds,
    sharePassword: newSharePassword(call.random),
    releaseCount: 1,
    viewCount: 0,
    tags: toTags(input.Tags),
    createdAt: call.now,
    builtAt: call.now,
  };
  await call.tx.apiDocs.insert(doc, pages);
  return { Result: toWireApiDoc(doc, "PROCESSING") };
};

/** Replaces what the document is about, and builds it anew. Its link and password stay. */
export const modifyApiDoc: Handler<"ModifyAPIDoc"> = async (call, input) => {
  const doc = await loadApiDoc(call, input.ApiDocId);
  const service = await loadService(call, input.ServiceId);
  const what = { name: input.ApiDocName, environment: input.Environment };
  const { apiIds, pages } = await build(call, { ...what, service, apiIds: input.ApiIds, unknownApis: "refuse" });
  const changed = { ...doc, ...what, serviceId: service.id, apiIds, ...nextBuild(call, doc) };
  await call.tx.apiDocs.update(changed, pages);
  return { Result: toWireApiDoc(changed, "PROCESSING") };
};

/** Documents do not follow releases by themselves. APIs that are no longer run are left out from now on. */
export const buildApiDoc: Handler<"BuildAPIDoc"> = async (call, input) => {
  const doc = await loadApiDoc(call, input.ApiDocId);
  const service = await loadService(call, doc.serviceId);
  const { name, environment } = doc;
  const { apiIds, pages } = await build(call, { name, environment, service, apiIds: doc.apiIds, unknownApis: "drop" });
  await call.tx.apiDocs.update({ ...doc, apiIds, ...nextBuild(call, doc) }, pages);
  return { Result: true };
};

/** The old password stops working at once. */
export const resetApiDocPassword: Handler<"ResetAPIDocPassword"> = async (call, input) => {
  const doc = await loadApiDoc(call, input.ApiDocId);
  await call.tx.apiDocs.update({ ...doc, sharePassword: newSharePassword(call.random) });
  return { Result: toWireApiDoc(doc, "PROCESSING") };
};

export const deleteApiDoc: Handler<"DeleteAPIDoc"> = async (call, input) => {
  const { id } = await loadApiDoc(call, input.ApiDocId, "ResourceNotFound");
  await call.tx.apiDocs.delete(call.scope, id);
  return { Result: true };
};

function nextBuild(call: Call, doc: ApiDoc): Pick<ApiDoc, "releaseCount" | "builtAt"> {
  return { releaseCount: doc.releaseCount + 1, builtAt: call.now };
}

async function checkQuota(call: Call): Promise<void> {
  const limit = call.settings.quotas.apiDocs;
  if ((await call.tx.apiDocs.count(call.scope)) < limit) return;
  const message = `This region already has ${limit} API documents, which is the most it may have.`;
  throw new ApiError("LimitExceeded.APIDocLimitExceeded", message);
}
