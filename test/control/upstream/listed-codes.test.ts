import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createApi, createService } from "../resources.ts";
import { apiOn, createUpstream, healthChecker, upstream } from "./resources.ts";

test("every code listed for an action of upstreams occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t)).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const UpstreamId = await createUpstream(client);
  const unknown = { UpstreamId: "upstream-unknown0" };
  const nodes = (change: object) => ({ Nodes: [{ Host: "10.0.0.1", Port: 80, Weight: 1, ...change }] });
  const check = (change: object) => ({ HealthChecker: { ...healthChecker, ...change } });
  const node = { Host: "10.0.0.1", Port: 80, Weight: 1 };
  const service = { Weight: 1, ClusterId: "c", Namespace: "n", ServiceName: "s", Port: 80, ExtraLabels: [] };
  const faultsOfBoth = [
    // The published example sends this scheme.
    { Scheme: "instance-HTTP" },
    { ...check({ EnableActiveCheck: true }), Scheme: "gRPC" },
    { Algorithm: "HASH" },
    { UpstreamType: "K8S" },
    { K8sService: [service] },
    { Retries: 101 },
    { UpstreamName: "a b" },
    { UpstreamHost: "http://a" },
    { Nodes: "10.0.0.1" },
    { Nodes: Array.from({ length: 201 }, () => node) },
    { Nodes: [node, node] },
    nodes({ Host: "a b" }),
    nodes({ Port: 0 }),
    nodes({ Port: 65_536 }),
    nodes({ Weight: 101 }),
    nodes({ Port: undefined }),
    check({ EnableActiveCheck: true, HealthyHttpStatus: "" }),
    check({ EnableActiveCheck: true, ActiveCheckInterval: -1 }),
    check({ HealthyHttpStatus: "2xx" }),
    check({ UnhealthyTimeout: 0 }),
    check({ TcpFailureThreshold: 255 }),
  ];
  await faulty("CreateUpstream", upstream(), ...faultsOfBoth, { Nodes: undefined }, { Scheme: undefined });
  await faulty("ModifyUpstream", { UpstreamId }, ...faultsOfBoth, unknown, { UpstreamId: undefined });
  const page = { Limit: 10, Offset: 0 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };
  await faulty("DescribeUpstreams", page, badFilter, { Limit: undefined }, { Limit: "x" }, { Limit: 101 });
  await faulty(
    "DescribeUpstreamBindApis",
    { ...page, UpstreamId },
    unknown,
    badFilter,
    { Offset: undefined },
    { Limit: "x" },
  );
  await createApi(client, apiOn(await createService(client), UpstreamId));
  await faulty("DeleteUpstream", { UpstreamId }, {}, unknown, { UpstreamId: undefined }, { UpstreamId: 1 });
  assertListedCodes(answered);
  assert.equal(answered.size, 5);
});
