import { type ActionTable, notYet } from "../action.ts";
import { apiActions } from "./api/actions.ts";
import { apiKeyActions } from "./api-key/actions.ts";
import { environmentActions } from "./environment/actions.ts";
import { serviceActions } from "./service/actions.ts";
import { strategyActions } from "./strategy/actions.ts";
import { usagePlanActions } from "./usage-plan/actions.ts";

/** What each published action does. */
export const actionTable: ActionTable = {
  ...serviceActions,
  ...apiActions,
  ...environmentActions,
  ...strategyActions,
  ...usagePlanActions,
  ...apiKeyActions,

  // api
  ImportOpenApi: notYet(),
  ModifyApiIncrement: notYet(),

  // api-app
  BindApiApp: notYet(),
  CreateApiApp: notYet(),
  DeleteApiApp: notYet(),
  DescribeApiAppBindApisStatus: notYet(),
  DescribeApiAppsStatus: notYet(),
  DescribeApiBindApiAppsStatus: notYet(),
  ModifyApiApp: notYet(),
  UnbindApiApp: notYet(),
  UpdateApiAppKey: notYet(),

  // plugin
  AttachPlugin: notYet(),
  CreatePlugin: notYet(),
  DeletePlugin: notYet(),
  DescribeAllPluginApis: notYet(),
  DescribePlugin: notYet(),
  DescribePluginApis: notYet(),
  DescribePlugins: notYet(),
  DescribePluginsByApi: notYet(),
  DetachPlugin: notYet(),
  ModifyPlugin: notYet(),

  // ip-strategy
  BindIPStrategy: notYet(),
  CreateIPStrategy: notYet(),
  DeleteIPStrategy: notYet(),
  DescribeIPStrategy: notYet(),
  DescribeIPStrategyApisStatus: notYet(),
  DescribeIPStrategysStatus: notYet(),
  ModifyIPStrategy: notYet(),
  UnBindIPStrategy: notYet(),

  // sub-domain
  BindSubDomain: notYet(),
  DeleteServiceSubDomainMapping: notYet(),
  DescribeServiceSubDomainMappings: notYet(),
  DescribeServiceSubDomains: notYet(),
  ModifySubDomain: notYet(),
  UnBindSubDomain: notYet(),

  // upstream
  CreateUpstream: notYet(),
  DeleteUpstream: notYet(),
  DescribeUpstreamBindApis: notYet(),
  DescribeUpstreams: notYet(),
  ModifyUpstream: notYet(),

  // api-doc
  BuildAPIDoc: notYet(),
  CreateAPIDoc: notYet(),
  DeleteAPIDoc: notYet(),
  DescribeAPIDocDetail: notYet(),
  DescribeAPIDocs: notYet(),
  ModifyAPIDoc: notYet(),
  ResetAPIDocPassword: notYet(),

  // exclusive-instance
  CreateExclusiveInstances: notYet(),
  DescribeExclusiveInstanceDetail: notYet(),
  DescribeExclusiveInstanceRegions: notYet(),
  DescribeExclusiveInstances: notYet(),
  DescribeExclusiveInstancesStatus: notYet(),
  DescribeInstancesNetworkConfig: notYet(),
  ModifyExclusiveInstance: notYet(),

  // log
  DescribeLogSearch: notYet(),
};
