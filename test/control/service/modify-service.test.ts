import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService } from "../resources.ts";

async function read(client: Client, ServiceId: string) {
  const { RequestId, ...service } = await client.DescribeService({ ServiceId });
  return service;
}

test("what is sent changes and what is not stays", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const before = await read(client, ServiceId);
  const reply = await client.ModifyService({ ServiceId, ServiceName: "renamed", Protocol: "http&https" });
  assert.deepEqual(Object.keys(reply), ["RequestId"]);
  const after = await read(client, ServiceId);
  assert.ok(present(after.ModifiedTime) > present(before.ModifiedTime));
  const expected = { ServiceName: "renamed", Protocol: "http&https", ModifiedTime: after.ModifiedTime };
  assert.deepEqual(after, { ...before, ...expected });

  await client.ModifyService({ ServiceId, ServiceDesc: "described" });
  await client.ModifyService({ ServiceId, ServiceDesc: "" });
  assert.equal((await read(client, ServiceId)).ServiceDesc, "");
});

test("net types are added, and never taken away or exchanged", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const modify = (...NetTypes: string[]) => client.ModifyService({ ServiceId, NetTypes });
  await refused(modify("INNER"), "UnsupportedOperation.ModifyNetType");
  await refused(modify(), "UnsupportedOperation.ReduceNetTypes");
  await modify("OUTER");
  assert.deepEqual((await read(client, ServiceId)).NetTypes, ["OUTER"]);
  await modify("INNER", "OUTER");
  const grown = await read(client, ServiceId);
  assert.deepEqual(grown.NetTypes, ["OUTER", "INNER"]);
  assert.match(present(grown.InternalSubDomain), /\.gz-in\.apigw\.localhost$/);
  await refused(modify("OUTER"), "UnsupportedOperation.ReduceNetTypes");
  assert.deepEqual((await read(client, ServiceId)).NetTypes, ["OUTER", "INNER"]);
});

test("a VPC is set once", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await client.ModifyService({ ServiceId, UniqVpcId: "" });
  assert.equal((await read(client, ServiceId)).UniqVpcId, null);
  for (const UniqVpcId of ["vpc-1", "vpc-1", ""]) await client.ModifyService({ ServiceId, UniqVpcId });
  await refused(client.ModifyService({ ServiceId, UniqVpcId: "vpc-2" }), "InvalidParameter.FormatError", /UniqVpcId/);
  assert.equal((await read(client, ServiceId)).UniqVpcId, "vpc-1");
});

test("refused changes change nothing", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const before = await read(client, ServiceId);
  const modify = (change: object) => client.ModifyService({ ServiceId, ServiceDesc: "changed", ...change });
  await refused(modify({ Protocol: "ftp" }), "InvalidParameterValue.NotInOptions");
  await refused(modify({ ServiceName: "has space" }), "InvalidParameter.FormatError");
  await refused(modify({ NetTypes: ["INNER"] }), "UnsupportedOperation.ModifyNetType");
  await refused(modify({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService", /service-unknown0/);
  assert.deepEqual(await read(client, ServiceId), before);
});
