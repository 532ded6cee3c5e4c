import { type Action, reads, writes } from "../../action.ts";
import { bindApiApp, unbindApiApp } from "./bind.ts";
import { createApiApp } from "./create-api-app.ts";
import { deleteApiApp } from "./delete-api-app.ts";
import { describeApiApp, describeApiAppsStatus } from "./describe.ts";
import { describeApiAppBindApisStatus, describeApiBindApiAppsStatus } from "./describe-bindings.ts";
import { modifyApiApp } from "./modify-api-app.ts";
import { updateApiAppKey } from "./update-api-app-key.ts";

type ApiAppAction =
  | "BindApiApp"
  | "CreateApiApp"
  | "DeleteApiApp"
  | "DescribeApiApp"
  | "DescribeApiAppBindApisStatus"
  | "DescribeApiAppsStatus"
  | "DescribeApiBindApiAppsStatus"
  | "ModifyApiApp"
  | "UnbindApiApp"
  | "UpdateApiAppKey";

export const apiAppActions: { readonly [A in ApiAppAction]: Action<A> } = {
  BindApiApp: writes(bindApiApp),
  CreateApiApp: writes(createApiApp),
  DeleteApiApp: writes(deleteApiApp),
  DescribeApiApp: reads(describeApiApp),
  DescribeApiAppBindApisStatus: reads(describeApiAppBindApisStatus),
  DescribeApiAppsStatus: reads(describeApiAppsStatus),
  DescribeApiBindApiAppsStatus: reads(describeApiBindApiAppsStatus),
  ModifyApiApp: writes(modifyApiApp),
  UnbindApiApp: writes(unbindApiApp),
  UpdateApiAppKey: writes(updateApiAppKey),
};
