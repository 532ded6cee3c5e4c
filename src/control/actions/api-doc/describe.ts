import type { Handler } from "../../action.ts";
import { isoTime } from "../iso-time.ts";
import { tagsMember } from "../tags.ts";
import { loadApiDoc } from "./load.ts";
import { toWireApiDoc } from "./wire.ts";

export const describeApiDocs: Handler<"DescribeAPIDocs"> = async (call, input) => {
  const { total, items } = await call.tx.apiDocs.list(call.scope, { offset: input.Offset, limit: input.Limit });
  return { Result: { TotalCount: total, APIDocSet: items.map((doc) => toWireApiDoc(doc, "COMPLETED")) } };
};

/** The one reply that shows the password. Names are those the drafts have now, empty for an API that is gone. */
export const describeApiDocDetail: Handler<"DescribeAPIDocDetail"> = async (call, input) => {
  const doc = await loadApiDoc(call, input.ApiDocId);
  const service = await call.tx.services.find(call.scope, doc.serviceId);
  const apis = await call.tx.apis.findMany(call.scope, doc.serviceId, doc.apiIds);
  const names = new Map(apis.map((api) => [api.id, api.definition.name ?? ""]));
  return {
    Result: {
      ApiDocId: doc.id,
      ApiDocName: doc.name,
      ApiDocStatus: "COMPLETED",
      ApiCount: doc.apiIds.length,
      ViewCount: doc.viewCount,
      ReleaseCount: doc.releaseCount,
      ApiDocUri: `${call.settings.publicUrl}/apidoc/${doc.id}`,
      SharePassword: doc.sharePassword ?? "",
      UpdatedTime: isoTime(doc.builtAt),
      ServiceId: doc.serviceId,
      Environment: doc.environment,
      ApiIds: doc.apiIds,
      ServiceName: service?.name ?? "",
      ApiNames: doc.apiIds.map((id) => names.get(id) ?? ""),
      ...tagsMember(doc.tags),
    },
  };
};
