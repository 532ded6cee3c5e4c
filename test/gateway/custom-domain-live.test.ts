import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { present } from "../control/outcome.ts";
import { createApi, createService, mockApi, release } from "../control/resources.ts";
import { domainOf, mapped } from "../control/sub-domain/resources.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { call, until } from "./running.ts";

test("a domain bound, remapped and unbound is in force when the call returns", async (t) => {
  const { client: connect, port } = await startTurnpike(t);
  const client = connect();
  const ServiceId = await createService(client);
  await createApi(client, mockApi(ServiceId));
  await release(client, ServiceId);
  const at = { host: "api.example.com" };
  assert.equal((await call(port, "/release/mock", at)).status, 404);
  await client.BindSubDomain(await domainOf(client, ServiceId));
  assert.equal((await call(port, "/release/mock", at)).body, "hello");
  const domain = { ServiceId, SubDomain: "api.example.com" };
  await client.ModifySubDomain({ ...domain, ...mapped });
  assert.equal((await call(port, "/mock", at)).body, "hello");
  assert.equal((await call(port, "/try/mock", at)).status, 404, "test is not released");
  await release(client, ServiceId, "test");
  assert.equal((await call(port, "/try/mock", at)).body, "hello");
  await client.DeleteServiceSubDomainMapping({ ...domain, Environment: "test" });
  assert.equal((await call(port, "/try/mock", at)).status, 404);
  await client.UnBindSubDomain(domain);
  assert.match((await call(port, "/mock", at)).body, /no api match host/);
});

test("the log of a call can be searched", async (t) => {
  const { client: connect, port, data } = await startTurnpike(t);
  const client = connect();
  const ServiceId = await createService(client);
  await createApi(client, mockApi(ServiceId));
  await release(client, ServiceId);
  await call(port, `/_/${ServiceId}/release/mock`, { host: "localhost" });
  const file = join(data, "access.log");
  await until(() => existsSync(file) && statSync(file).size > 0, "the line is written");
  const chinaTime = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const window = { StartTime: chinaTime(Date.now() - 60_000), EndTime: chinaTime(Date.now() + 1_000) };
  const { LogSet } = await client.DescribeLogSearch({ ServiceId, ...window });
  assert.equal(LogSet?.length, 1);
  assert.match(
    present(LogSet)[0] ?? "",
    new RegExp(`\\[release\\]\\[${ServiceId}\\].*\\[/mock\\]\\[http\\]\\[rsp_st:200\\]`),
  );
});

test("a node of another instance does not serve a service that is placed on one", async (t) => {
  const { client: connect, port } = await startTurnpike(t);
  const client = connect();
  const VpcConfig = { UniqVpcId: "vpc-1", UniqSubnetId: "subnet-1" };
  const NetworkConfig = { InternetMaxBandwidthOut: 1 };
  const request = { Zones: ["a"], InstanceType: "basic", PayMode: "POSTPAID", VpcConfig, NetworkConfig };
  const InstanceId = present((await client.CreateExclusiveInstances(request)).Result);
  const service = { ServiceName: "s", Protocol: "http", InstanceId };
  const { ServiceId = "", OuterSubDomain: host = "" } = await client.CreateService(service);
  await createApi(client, mockApi(ServiceId));
  await release(client, ServiceId);
  assert.match((await call(port, "/release/mock", { host })).body, /no api match host/);
});
