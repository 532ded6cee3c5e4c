import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadUpstream } from "./load.ts";

/** Refused while an API sends its calls there, by its draft or in a version that runs. */
export const deleteUpstream: Handler<"DeleteUpstream"> = async (call, input) => {
  const { id } = await loadUpstream(call, input.UpstreamId);
  const { items } = await call.tx.upstreams.listUses(id, {}, { offset: 0, limit: 1 });
  const [use] = items;
  if (use !== undefined) {
    const message = `The API ${use.apiId} of the service ${use.serviceId} uses the upstream.`;
    throw new ApiError("UnsupportedOperation.UnsupportedDeleteUpstream", message);
  }
  await call.tx.upstreams.delete(call.scope, id);
  return { UpstreamId: id };
};
