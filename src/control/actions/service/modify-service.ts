import { compareNetTypes } from "../../../model/net-types.ts";
import type { NetType, Service } from "../../../model/service.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "./load.ts";

/** Changes what is sent and keeps the rest. In force at once: these attributes are no part of a release. */
export const modifyService: Handler<"ModifyService"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  await call.tx.services.update({
    ...service,
    name: input.ServiceName ?? service.name,
    description: input.ServiceDesc ?? service.description,
    protocol: input.Protocol ?? service.protocol,
    netTypes: changedNetTypes(service, input.NetTypes),
    vpcId: changedVpc(service, input.UniqVpcId),
    modifiedAt: call.now,
  });
  return {};
};

function changedNetTypes(service: Service, netTypes: readonly NetType[] | undefined): readonly NetType[] {
  if (netTypes === undefined) return service.netTypes;
  switch (compareNetTypes(service.netTypes, netTypes)) {
    case "shrinks":
      throw new ApiError(
        "UnsupportedOperation.ReduceNetTypes",
        "Net types can be added to a service, but not removed.",
      );
    case "differs":
      throw new ApiError("UnsupportedOperation.ModifyNetType", "A net type cannot be changed into another one.");
    case "grows":
      return [...new Set([...service.netTypes, ...netTypes])];
    case "none":
      return service.netTypes;
  }
}

function changedVpc(service: Service, vpcId: string | undefined): string | null {
  if (vpcId === undefined || vpcId === "" || vpcId === service.vpcId) return service.vpcId;
  if (service.vpcId === null) return vpcId;
  throw new ApiError("InvalidParameter.FormatError", "The parameter `UniqVpcId` cannot be changed once it is set.");
}
