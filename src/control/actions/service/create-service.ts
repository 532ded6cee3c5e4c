import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { Service } from "../../../model/service.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateServiceRequest } from "../../contract/generated/types.ts";
import { loadInstance } from "../exclusive-instance/load.ts";
import { isoTime } from "../iso-time.ts";
import { toTags } from "../tags.ts";
import { innerDomain, outerDomain } from "./wire.ts";

/** Not published for this product; what Tencent Cloud allows on any resource. */
const maxTags = 50;

export const createService: Handler<"CreateService"> = async (call, input) => {
  const instanceId = await readInstance(call, input.InstanceId);
  checkTags(input.Tags ?? []);
  await checkQuota(call);

  const service: Service = {
    ...call.scope,
    id: newResourceId(idPrefixes.service, call.random),
    name: input.ServiceName,
    description: input.ServiceDesc ?? null,
    protocol: input.Protocol,
    netTypes: input.NetTypes.length === 0 ? ["OUTER"] : [...new Set(input.NetTypes)],
    ipVersion: input.IpVersion,
    vpcId: input.UniqVpcId || null,
    instanceId,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.services.insert(service);

  return {
    ServiceId: service.id,
    ServiceName: service.name,
    ServiceDesc: service.description ?? "",
    OuterSubDomain: outerDomain(service, call.settings.domain),
    InnerSubDomain: innerDomain(service, call.settings.domain),
    CreatedTime: isoTime(service.createdAt),
    NetTypes: service.netTypes,
    IpVersion: service.ipVersion,
  };
};

/** Clients that use no exclusive instance may send an empty id. */
async function readInstance(call: Call, id: string | undefined): Promise<string | null> {
  return id === undefined || id === "" ? null : (await loadInstance(call, id)).id;
}

function checkTags(tags: NonNullable<CreateServiceRequest["Tags"]>): void {
  if (tags.length > maxTags) {
    throw new ApiError("InvalidParameterValue.ParameterValueLimitExceeded", `At most ${maxTags} \`Tags\` are allowed.`);
  }
  if (new Set(tags.map((tag) => tag.Key)).size < tags.length) {
    throw new ApiError("InvalidParameter.FormatError", "The parameter `Tags` must not name a key twice.");
  }
}

async function checkQuota(call: Call): Promise<void> {
  const limit = call.settings.quotas.services;
  if ((await call.tx.services.count(call.scope)) < limit) return;
  throw new ApiError("LimitExceeded.ServiceCountLimitExceeded", `A region can have at most ${limit} services.`);
}
