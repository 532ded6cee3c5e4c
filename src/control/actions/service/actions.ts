import { type Action, reads, writes } from "../../action.ts";
import { createService } from "./create-service.ts";
import { deleteService } from "./delete-service.ts";
import { describeService, describeServiceForApiApp } from "./describe-service.ts";
import { describeServicesStatus } from "./describe-services-status.ts";
import { modifyService } from "./modify-service.ts";

type ServiceActionName =
  | "CreateService"
  | "ModifyService"
  | "DeleteService"
  | "DescribeService"
  | "DescribeServiceForApiApp"
  | "DescribeServicesStatus";

export const serviceActions: { readonly [A in ServiceActionName]: Action<A> } = {
  CreateService: writes(createService),
  ModifyService: writes(modifyService),
  DeleteService: writes(deleteService),
  DescribeService: reads(describeService),
  DescribeServiceForApiApp: reads(describeServiceForApiApp),
  DescribeServicesStatus: reads(describeServicesStatus),
};
