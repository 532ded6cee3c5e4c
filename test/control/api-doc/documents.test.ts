import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, mockApi, release } from "../resources.ts";
import { createDoc, createReleased, readDetail, readDocument } from "./resources.ts";

test("a new document is built at once and tells where it is and with what it is read", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const request = { ApiDocName: "Shop", ServiceId, Environment: "release", ApiIds: [...ApiIds, ...ApiIds] };
  const { Result } = await client.CreateAPIDoc(request);
  assert.equal(Result?.ApiDocStatus, "PROCESSING");
  const ApiDocId = present(Result?.ApiDocId);
  assert.match(ApiDocId, /^apidoc-[a-z0-9]{8}$/);
  const { SharePassword, UpdatedTime, ...detail } = await readDetail(client, ApiDocId);
  assert.match(present(SharePassword), /^\d{6}$/);
  assert.match(present(UpdatedTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.deepEqual(detail, {
    ApiDocId,
    ApiDocName: "Shop",
    ApiDocStatus: "COMPLETED",
    ApiCount: 2,
    ViewCount: 0,
    ReleaseCount: 1,
    ApiDocUri: `http://docs.example.com/apidoc/${ApiDocId}`,
    ServiceId,
    Environment: "release",
    ApiIds,
    ServiceName: "service",
    ApiNames: ["orders", "stock"],
  });
  assert.deepEqual((await client.DescribeAPIDocs({})).Result, {
    TotalCount: 1,
    APIDocSet: [{ ApiDocId, ApiDocName: "Shop", ApiDocStatus: "COMPLETED" }],
  });
});

test("it is about what the environment runs, not about drafts", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const draft = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/draft", Method: "GET" } }));
  const request = { ApiDocName: "Shop", ServiceId, Environment: "release" };
  await refused(client.CreateAPIDoc({ ...request, ApiIds: [draft] }), "ResourceNotFound.InvalidApi");
  await refused(client.CreateAPIDoc({ ...request, ApiIds, Environment: "test" }), "FailedOperation.ServiceError");
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const { SharePassword } = await readDetail(client, ApiDocId);
  const { RequestParameters: _, ...definition } = mockApi(ServiceId);
  await client.ModifyApi({ ...definition, ApiId: ApiIds[0] ?? "", ApiName: "renamed" });
  const page = async () => (await readDocument(management.port, ApiDocId, SharePassword)).body;
  await client.BuildAPIDoc({ ApiDocId });
  assert.doesNotMatch(await page(), /renamed/);
  await release(client, ServiceId);
  assert.doesNotMatch(await page(), /renamed/, "documents do not follow releases by themselves");
  assert.equal((await client.BuildAPIDoc({ ApiDocId })).Result, true);
  assert.match(await page(), /renamed/);
  assert.equal((await readDetail(client, ApiDocId)).ReleaseCount, 3);
});

test("one API that the environment does not run keeps a document from being made or changed", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const draft = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/draft", Method: "GET" } }));
  const request = { ApiDocName: "Shop", ServiceId, Environment: "release", ApiIds: [...ApiIds, draft] };
  const code = "ResourceNotFound.InvalidApi";
  await refused(client.CreateAPIDoc(request), code, new RegExp(draft));
  assert.equal((await client.DescribeAPIDocs({})).Result?.TotalCount, 0);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const before = await readDetail(client, ApiDocId);
  await refused(client.ModifyAPIDoc({ ...request, ApiDocId }), code, new RegExp(draft));
  assert.deepEqual(await readDetail(client, ApiDocId), before);
});

test("an API that is gone is left out of the next build, and without any there is none", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const [first = "", second = ""] = ApiIds;
  await client.DeleteApi({ ServiceId, ApiId: first });
  await release(client, ServiceId);
  await client.BuildAPIDoc({ ApiDocId });
  assert.deepEqual((await readDetail(client, ApiDocId)).ApiIds, [second]);
  await client.DeleteApi({ ServiceId, ApiId: second });
  await release(client, ServiceId);
  await refused(client.BuildAPIDoc({ ApiDocId }), "ResourceNotFound.InvalidApi");
});

test("a change replaces everything but link and password", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const other = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const before = await readDetail(client, ApiDocId);
  const neighbour = await createDoc(client, ServiceId, ApiIds);
  const neighbourBefore = await readDetail(client, neighbour);
  const change = { ApiDocId, ApiDocName: "Other", Environment: "release", ...other };
  const { Result } = await client.ModifyAPIDoc(change);
  assert.deepEqual(Result, { ApiDocId, ApiDocName: "Other", ApiDocStatus: "PROCESSING" });
  const after = await readDetail(client, ApiDocId);
  assert.equal(after.ServiceId, other.ServiceId);
  assert.deepEqual(after.ApiIds, other.ApiIds);
  assert.equal(after.ReleaseCount, 2);
  assert.equal(after.SharePassword, before.SharePassword);
  assert.equal(after.ApiDocUri, before.ApiDocUri);
  await client.ResetAPIDocPassword({ ApiDocId });
  assert.notEqual((await readDetail(client, ApiDocId)).SharePassword, before.SharePassword);
  assert.deepEqual(await readDetail(client, neighbour), neighbourBefore, "other documents stay as they are");
});

test("documents are lists of their account and region, newest first, and go with their service", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const first = await createDoc(client, ServiceId, ApiIds);
  const second = await createDoc(client, ServiceId, ApiIds);
  const list = async (request = {}) =>
    (await client.DescribeAPIDocs(request)).Result?.APIDocSet?.map((doc) => doc.ApiDocId);
  assert.deepEqual(await list(), [second, first]);
  assert.deepEqual(await list({ Limit: 1, Offset: 1 }), [first]);
  for (const stranger of [
    management.client({ region: "ap-shanghai" }),
    management.client({ account: await management.addAccount() }),
  ]) {
    assert.equal((await stranger.DescribeAPIDocs({})).Result?.TotalCount, 0);
    const code = "ResourceNotFound.InvalidApiDoc";
    await refused(stranger.DescribeAPIDocDetail({ ApiDocId: first }), code);
    await refused(stranger.ResetAPIDocPassword({ ApiDocId: first }), code);
    await refused(stranger.BuildAPIDoc({ ApiDocId: first }), code);
    await refused(stranger.DeleteAPIDoc({ ApiDocId: first }), "ResourceNotFound");
  }
  assert.equal((await client.DeleteAPIDoc({ ApiDocId: first })).Result, true);
  assert.deepEqual(await list(), [second]);
  await client.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  for (const ApiId of ApiIds) await client.DeleteApi({ ServiceId, ApiId });
  await client.DeleteService({ ServiceId });
  assert.deepEqual(await list(), []);
});

test("a region has as many documents as the quota says", async (t) => {
  const client = (await startManagement(t, { quotas: { apiDocs: 1 } })).client();
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  await refused(createDoc(client, ServiceId, ApiIds), "LimitExceeded.APIDocLimitExceeded");
  await client.DeleteAPIDoc({ ApiDocId });
  await createDoc(client, ServiceId, ApiIds);
  assert.notEqual(await createService(client), "");
});
