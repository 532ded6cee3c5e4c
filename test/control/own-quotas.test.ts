import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultQuotas } from "../../src/control/settings.ts";
import { startManagement } from "./management.ts";
import { refused } from "./outcome.ts";
import { createPlan } from "./resources.ts";
import { createUpstream, upstream } from "./upstream/resources.ts";

// Limits of a single value or list that the operator has set; quotas of whole collections are tested with their actions.

// Source: Tencent Cloud docs 628/34009, and the pages of importing, custom domains, upstreams and plugins.
test("unless the operator says otherwise, the quotas are those of the hosted product", () => {
  const { ipStrategiesPerService: _ours, ...published } = defaultQuotas;
  assert.deepEqual(published, {
    services: 50,
    apisPerService: 200,
    apisPerImport: 10,
    importKilobytes: 100,
    usagePlans: 200,
    apiKeys: 400,
    keysPerUsagePlan: 50,
    usagePlansPerKey: 10,
    apisPerUsagePlan: 10_000,
    apiApps: 1_000,
    apiAppsPerApi: 1_000,
    customDomainsPerService: 5,
    pathMappingsPerDomain: 3,
    nodesPerUpstream: 200,
    apiDocs: 200,
    servicesPerPlugin: 50,
    usagePlanRate: 2_000,
    strategyRate: 5_000,
  });
});

test("a usage plan may have the operator's highest rate, and no more", async (t) => {
  const client = (await startManagement(t, { quotas: { usagePlanRate: 50_000 } })).client();
  const made = await client.CreateUsagePlan({ UsagePlanName: "fast", MaxRequestNumPreSec: 50_000 });
  assert.equal(made.Result?.MaxRequestNumPreSec, 50_000);
  const over = { UsagePlanName: "faster", MaxRequestNumPreSec: 50_001 };
  await refused(client.CreateUsagePlan(over), "InvalidParameter.FormatError", /1 to 50000/);
  const UsagePlanId = await createPlan(client);
  await client.ModifyUsagePlan({ UsagePlanId, MaxRequestNumPreSec: 50_000 });
  await refused(client.ModifyUsagePlan({ ...over, UsagePlanId }), "InvalidParameter.FormatError", /1 to 50000/);
});

test("an upstream may have the operator's number of nodes, and no more", async (t) => {
  const client = (await startManagement(t, { quotas: { nodesPerUpstream: 2 } })).client();
  const nodes = [1, 2, 3].map((host) => ({ Host: `10.0.0.${host}`, Port: 80, Weight: 1 }));
  const UpstreamId = await createUpstream(client, { Nodes: nodes.slice(0, 2) });
  await refused(client.CreateUpstream(upstream({ Nodes: nodes })), "InvalidParameterValue.RangeExceeded", /at most 2/);
  const change = client.ModifyUpstream({ UpstreamId, Nodes: nodes });
  await refused(change, "InvalidParameterValue.RangeExceeded", /at most 2/);
});

test("a custom domain may have the operator's number of path mappings, and no more", async (t) => {
  const client = (await startManagement(t, { quotas: { pathMappingsPerDomain: 4 } })).client();
  const { ServiceId = "", OuterSubDomain = "" } = await client.CreateService({ ServiceName: "s", Protocol: "http" });
  const mappings = ["/a", "/b", "/c", "/d", "/e"].map((Path) => ({ Path, Environment: "test" }));
  const domain = { ServiceId, SubDomain: "api.example.com", IsDefaultMapping: false };
  const bind = (PathMappingSet: typeof mappings) =>
    client.BindSubDomain({
      ...domain,
      Protocol: "http",
      NetType: "OUTER",
      NetSubDomain: OuterSubDomain,
      PathMappingSet,
    });
  await refused(bind(mappings), "LimitExceeded.ExceededDefineMappingLimit", /at most 4/);
  await bind(mappings.slice(1));
  const change = client.ModifySubDomain({ ...domain, PathMappingSet: mappings });
  await refused(change, "FailedOperation.PathMappingSetError", /at most 4/);
});
