import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService } from "../resources.ts";

test("a new service is answered flat, with its default domain, and can be read at once", async (t) => {
  const client = (await startManagement(t)).client();
  const created = await client.CreateService({ ServiceName: "shop", Protocol: "https", ServiceDesc: "a shop" });
  assert.match(present(created.ServiceId), /^service-[a-z0-9]{8}$/);
  assert.equal(created.ServiceName, "shop");
  assert.equal(created.ServiceDesc, "a shop");
  assert.equal(created.OuterSubDomain, `${created.ServiceId}-1251006373.gz.apigw.localhost`);
  assert.equal(created.InnerSubDomain, "");
  assert.equal(created.IpVersion, "IPv4");
  assert.deepEqual(created.NetTypes, ["OUTER"]);
  assert.match(present(created.CreatedTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  const read = await client.DescribeService({ ServiceId: present(created.ServiceId) });
  assert.equal(read.ServiceName, "shop");
  assert.equal(read.Protocol, "https");
  assert.equal(read.CreatedTime, created.CreatedTime);
});

test("a service that is reached from inside has an inner domain too", async (t) => {
  const client = (await startManagement(t)).client({ region: "ap-chongqing" });
  const created = await client.CreateService({ ServiceName: "both", Protocol: "http", NetTypes: ["INNER", "OUTER"] });
  assert.equal(created.OuterSubDomain, `${created.ServiceId}-1251006373.cq.apigw.localhost`);
  assert.equal(created.InnerSubDomain, `${created.ServiceId}-1251006373.cq-in.apigw.localhost`);
  const read = await client.DescribeService({ ServiceId: present(created.ServiceId) });
  assert.equal(read.InternalSubDomain, created.InnerSubDomain);
});

test("what is sent empty counts as left out: net types, VPC and instance", async (t) => {
  const client = (await startManagement(t)).client();
  const empty = { NetTypes: [], UniqVpcId: "", InstanceId: "" };
  const { ServiceId = "" } = await client.CreateService({ ServiceName: "s", Protocol: "http", ...empty });
  const { NetTypes, UniqVpcId, InstanceId } = await client.DescribeService({ ServiceId });
  assert.deepEqual({ NetTypes, UniqVpcId, InstanceId }, { NetTypes: ["OUTER"], UniqVpcId: null, InstanceId: null });
});

test("names are not unique, and a description may be left out or empty", async (t) => {
  const client = (await startManagement(t)).client();
  const first = await client.CreateService({ ServiceName: "same", Protocol: "http", ServiceDesc: "" });
  const second = await client.CreateService({ ServiceName: "same", Protocol: "http" });
  assert.notEqual(first.ServiceId, second.ServiceId);
  assert.equal(second.ServiceDesc, "");
});

test("tags are kept, and the VPC is", async (t) => {
  const client = (await startManagement(t)).client();
  const Tags = [
    { Key: "team", Value: "shop" },
    { Key: "__proto__", Value: "" },
  ];
  const created = await client.CreateService({ ServiceName: "s", Protocol: "http", Tags, UniqVpcId: "vpc-1" });
  const read = await client.DescribeService({ ServiceId: present(created.ServiceId) });
  assert.deepEqual(read.Tags, Tags);
  assert.equal(read.UniqVpcId, "vpc-1");
});

test("refused services are not made", async (t) => {
  const client = (await startManagement(t)).client();
  const create = (change: object) => client.CreateService({ ServiceName: "s", Protocol: "http", ...change });
  await refused(create({ Protocol: "ftp" }), "InvalidParameterValue.NotInOptions", /Protocol/);
  await refused(create({ NetTypes: ["OUTSIDE"] }), "InvalidParameterValue.NotInOptions", /NetTypes/);
  await refused(create({ ServiceName: "has space" }), "InvalidParameter.FormatError", /ServiceName/);
  await refused(create({ ServiceName: "x".repeat(51) }), "InvalidParameter.FormatError", /ServiceName/);
  await refused(create({ ServiceName: null }), "MissingParameter", /ServiceName/);
  await refused(create({ InstanceId: "instance-12345678" }), "FailedOperation.InstanceNotExist", /instance-12345678/);
  const tag = (index: number) => ({ Key: `key${index}`, Value: "" });
  const tooMany = Array.from({ length: 51 }, (_, index) => tag(index));
  await refused(create({ IpVersion: "IPv5" }), "InvalidParameterValue.NotInOptions", /IpVersion/);
  await refused(create({ Tags: tooMany }), "InvalidParameterValue.ParameterValueLimitExceeded", /50/);
  await refused(create({ Tags: [tag(1), tag(1)] }), "InvalidParameter.FormatError", /Tags/);
  assert.equal((await client.DescribeServicesStatus({})).Result?.TotalCount, 0);
  await create({ Tags: tooMany.slice(1) });
});

test("services are counted by account and region", async (t) => {
  const management = await startManagement(t, { quotas: { services: 2 } });
  const client = management.client();
  await createService(client);
  await createService(client);
  await refused(createService(client), "LimitExceeded.ServiceCountLimitExceeded", /2/);
  await createService(management.client({ region: "ap-shanghai" }));
  await createService(management.client({ account: await management.addAccount() }));
  assert.equal((await client.DescribeServicesStatus({})).Result?.TotalCount, 2);
});
