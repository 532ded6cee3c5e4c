import { environmentNames } from "../../../model/environment.ts";
import type { Call, Handler } from "../../action.ts";
import type { ApiInfo } from "../../contract/generated/types.ts";
import { loadService } from "../service/load.ts";
import { scopeOfRegion } from "../service/scope-of-region.ts";
import { toApiInfo } from "./api-info.ts";
import { loadApi } from "./load.ts";

export const describeApi: Handler<"DescribeApi"> = async (call, input) => ({
  Result: await readApi(call, input.ServiceId, input.ApiId),
});

/** The view for owners of API apps: the API may be in another region than the call's. */
export const describeApiForApiApp: Handler<"DescribeApiForApiApp"> = async (call, input) => ({
  Result: await readApi({ ...call, scope: scopeOfRegion(call, input.ApiRegion) }, input.ServiceId, input.ApiId),
});

async function readApi(call: Call, serviceId: string, apiId: string): Promise<Required<ApiInfo>> {
  const service = await loadService(call, serviceId);
  const api = await loadApi(call, service.id, apiId);
  const released = (await call.tx.releases.environmentsOf(service.id, [api.id])).get(api.id);
  const environments = environmentNames.filter((name) => released?.includes(name));
  return toApiInfo(api, service, environments);
}
