import { newResourceId } from "../../../model/identifiers.ts";
import { isoTime } from "../../actions/iso-time.ts";
import { loadService } from "../../actions/service/load.ts";
import { list, same } from "../fields.ts";
import type { LegacyAction } from "../legacy-action.ts";

export const legacyServiceActions: Readonly<Record<string, LegacyAction>> = {
  CreateService: {
    action: "CreateService",
    synonyms: { serviceDescription: "ServiceDesc" },
    complete: ({ random }, members) => ({ ServiceName: newResourceId("service_", random), ...members }),
    reply: { ...same("serviceId", "serviceName", "serviceDesc"), subDomain: "OuterSubDomain", ...same("createdTime") },
  },
  ModifyService: {
    action: "ModifyService",
    synonyms: { serviceDescription: "ServiceDesc" },
    adds: ["serviceId", "serviceName", "serviceDesc", "protocol", "modifiedTime"],
    async finish({ call, input }) {
      const service = await loadService(call, String(input["ServiceId"]));
      return {
        serviceId: service.id,
        serviceName: service.name,
        serviceDesc: service.description ?? "",
        protocol: service.protocol,
        modifiedTime: isoTime(service.modifiedAt),
      };
    },
  },
  DeleteService: { action: "DeleteService" },
  DescribeService: {
    action: "DescribeService",
    reply: {
      ...same("serviceId", "serviceName", "serviceDesc"),
      subDomain: "OuterSubDomain",
      ...same("protocol", "createdTime", "modifiedTime", "availableEnvironments"),
    },
  },
  DescribeServicesStatus: {
    action: "DescribeServicesStatus",
    filters: { serviceIds: "ServiceId", searchName: "ServiceName" },
    list: {
      rows: "serviceStatusSet",
      matches: { searchId: "serviceId" },
      searched: ["serviceName", "serviceId"],
      isOrdered: true,
    },
    reply: {
      ...same("totalCount"),
      serviceStatusSet: list("ServiceSet", {
        ...same("serviceId", "serviceName"),
        serviceDescription: "ServiceDesc",
        subDomain: "OuterSubDomain",
        ...same("protocol", "createdTime", "modifiedTime", "availableEnvironments"),
      }),
    },
  },
};
