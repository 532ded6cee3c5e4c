import { type ExclusiveInstance, instanceRateLimits } from "../../../model/exclusive-instance.ts";
import type {
  InstanceChargePrepaid,
  InstanceDetail,
  InstanceInfo,
  ParameterInfo,
} from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";

/** What the hosted product writes for an instance that was never isolated for unpaid bills. */
const neverIsolated = "0000-0000-00 00-00-00";
const state = "RUNNING";

export function toWireInstance(instance: ExclusiveInstance): InstanceInfo {
  const { purchase } = instance;
  return {
    InstanceId: instance.id,
    InstanceName: instance.name,
    InstanceDescription: instance.description,
    InstanceChargeType: purchase.chargeType,
    InstanceType: purchase.type,
    InstanceState: state,
    CreatedTime: isoTime(instance.createdAt),
    // The order it was bought with.
    DealName: null,
    ResourceId: instance.id,
    OuterIpList: [],
    InnerIpList: [],
    InstanceChargePrepaid: toWirePrepaid(instance),
    UniqVpcId: purchase.vpcId,
  };
}

export function toWireInstanceDetail(instance: ExclusiveInstance): InstanceDetail {
  const { purchase, rates } = instance;
  return {
    InstanceId: instance.id,
    Zone: purchase.zones[0] ?? "",
    Zones: purchase.zones,
    InstanceName: instance.name,
    InstanceDescription: instance.description,
    InstanceChargeType: purchase.chargeType,
    InstanceState: state,
    InstanceChargePrepaid: toWirePrepaid(instance),
    InstanceType: purchase.type,
    NetworkConfig: {
      InternetMaxBandwidthOut: purchase.maxBandwidthMbps,
      EnableInternetInbound: true,
      EnableInternetOutbound: true,
      // Nodes come and go, and are not known to the management API.
      InboundIpAddresses: [],
      OutboundIpAddresses: [],
    },
    VpcConfig: { UniqVpcId: purchase.vpcId, UniqSubnetId: purchase.subnetId },
    Parameters: [
      toWireParameter(instance, "ServiceRequestNumPreSec", rates.service),
      toWireParameter(instance, "ApiRequestNumPreSec", rates.api),
    ],
    IsolationStartedTime: neverIsolated,
    CreatedTime: isoTime(instance.createdAt),
  };
}

function toWireParameter(instance: ExclusiveInstance, name: string, value: number): ParameterInfo {
  return {
    Name: name,
    Value: value,
    Default: instanceRateLimits.default,
    Unit: "QPS",
    Type: "integer",
    Minimum: instanceRateLimits.minimum,
    Maximum: instanceRateLimits.maximum,
    ModifedTime: isoTime(instance.ratesModifiedAt),
    ValueString: null,
    DefaultValueString: null,
    Range: null,
  };
}

function toWirePrepaid({ purchase, createdAt }: ExclusiveInstance): InstanceChargePrepaid | null {
  if (purchase.prepaid === null) return null;
  const expiry = new Date(createdAt);
  expiry.setUTCMonth(expiry.getUTCMonth() + purchase.prepaid.months);
  return { RenewFlag: purchase.prepaid.renewFlag, ExpiredTime: isoTime(expiry.getTime()) };
}
