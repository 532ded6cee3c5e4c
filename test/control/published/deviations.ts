import type { Deviation } from "./form.ts";

/** Published with an example, and answered with ActionOffline as the hosted product did last. */
export const retired: ReadonlySet<string> = new Set(["GenerateApiDocument"]);

/** Limits are always numbers: a newer example shows -1, and clients take null for a change. */
const limits = ["MaxRequestNum", "MaxRequestNumPreSec"];
/** The name of the service is known, so it is told. */
const bindings: Deviation = { filled: [...limits, "ServiceName"] };
/** Published as the text "True" where the schema says boolean; we answer by the schema. */
const booleanResult: Deviation = { retyped: ["Result"] };
const placeholder: Deviation = { isPlaceholder: true };
/** No addresses are given to instances here. */
const addresses = ["InboundIpAddresses", "OutboundIpAddresses"];

/** Where the form of our replies differs from the published examples, by action. */
export const deviations: Readonly<Record<string, Deviation>> = {
  CreateUsagePlan: { filled: limits },
  ModifyUsagePlan: { filled: limits },
  DescribeUsagePlan: { filled: limits },
  DescribeApiUsagePlan: bindings,
  DescribeServiceUsagePlan: bindings,
  DescribeUsagePlanEnvironments: bindings,
  BuildAPIDoc: booleanResult,
  DeleteAPIDoc: booleanResult,
  // Younger than the examples, the second of which also leaves out what COS backends have.
  DescribeApi: { isPlaceholder: true, additional: ["ServiceScfEventIsAsyncCall"] },
  DescribeApiForApiApp: { isPlaceholder: true, additional: ["ServiceScfEventIsAsyncCall", "CosConfig"] },
  // The examples show tags, and headers of health checks, without members.
  DescribeApisStatus: { isPlaceholder: true, additional: ["Key", "Value"] },
  DescribeUpstreams: { isPlaceholder: true, additional: ["Name", "Value"], empty: ["K8sServices"] },
  ModifyUpstream: { additional: ["Name", "Value"], empty: ["K8sServices"] },
  DescribeUpstreamBindApis: placeholder,
  DescribeService: placeholder,
  DescribeServiceForApiApp: placeholder,
  DescribeServicesStatus: placeholder,
  DescribeIPStrategysStatus: placeholder,
  // The examples leave out what the reference declares nullable: a time, and an upper bound.
  DescribeServiceEnvironmentList: { additional: ["CreateTime"] },
  DescribeServiceEnvironmentStrategy: { additional: ["MaxStrategy"] },
  // The examples of instances are shortened.
  DescribeExclusiveInstanceDetail: { isPlaceholder: true, empty: addresses },
  DescribeExclusiveInstances: { additional: ["TotalCount", "InstanceSet"] },
  DescribeExclusiveInstancesStatus: {
    isPlaceholder: true,
    additional: ["ResourceId", "OuterIpList", "InnerIpList", "InstanceChargePrepaid", "UniqVpcId"],
  },
  ModifyExclusiveInstance: {
    isPlaceholder: true,
    empty: addresses,
    additional: [
      ...["Name", "Value", "Default", "Unit", "Type", "Minimum", "Maximum", "ModifedTime"],
      ...["ValueString", "DefaultValueString", "Range"],
    ],
  },
};
