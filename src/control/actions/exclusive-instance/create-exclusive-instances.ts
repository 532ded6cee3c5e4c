import { type InstancePurchase, instanceRateLimits } from "../../../model/exclusive-instance.ts";
import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateExclusiveInstancesRequest } from "../../contract/generated/types.ts";
import { toTags } from "../tags.ts";

/** Names a group of gateway nodes; those that are started with its id (TURNPIKE_INSTANCE) belong to it. */
export const createExclusiveInstances: Handler<"CreateExclusiveInstances"> = async (call, input) => {
  const id = newResourceId(idPrefixes.exclusiveInstance, call.random);
  await call.tx.exclusiveInstances.insert({
    ...call.scope,
    id,
    name: input.InstanceName ?? "",
    description: input.InstanceDescription ?? "",
    purchase: readPurchase(input),
    rates: { service: instanceRateLimits.default, api: instanceRateLimits.default },
    ratesModifiedAt: call.now,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  });
  return { Result: id };
};

function readPurchase(input: CreateExclusiveInstancesRequest): InstancePurchase {
  if (input.Zones.length === 0) throw new ApiError("InvalidParameter.FormatError", "`Zones` must not be empty.");
  return {
    type: input.InstanceType,
    zones: input.Zones,
    chargeType: input.PayMode,
    prepaid: input.PayMode === "PREPAID" ? readPrepaid(input) : null,
    maxBandwidthMbps: input.NetworkConfig.InternetMaxBandwidthOut,
    vpcId: input.VpcConfig.UniqVpcId,
    subnetId: input.VpcConfig.UniqSubnetId,
  };
}

function readPrepaid({ Period, AutoRenewFlag }: CreateExclusiveInstancesRequest): InstancePurchase["prepaid"] {
  if (Period === undefined || Period < 1 || Period > 120 || AutoRenewFlag === undefined) {
    const message = "With `PayMode` PREPAID, `Period` (1 to 120 months) and `AutoRenewFlag` are needed.";
    throw new ApiError("InvalidParameter.FormatError", message);
  }
  return { months: Period, renewFlag: AutoRenewFlag };
}
