import type { Handler } from "../../action.ts";
import { isoTime } from "../iso-time.ts";
import { loadService } from "../service/load.ts";
import { toWireEnvironments } from "./wire.ts";

/** The three environments every service has, released or not. */
export const describeServiceEnvironmentList: Handler<"DescribeServiceEnvironmentList"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const environments = toWireEnvironments(call, service, await call.tx.releases.running(service.id));
  const list = environments
    .slice(input.Offset, input.Offset + input.Limit)
    // They exist from the service's creation on.
    .map((environment) => ({ ...environment, CreateTime: isoTime(service.createdAt) }));
  return { Result: { TotalCount: environments.length, EnvironmentList: list } };
};
