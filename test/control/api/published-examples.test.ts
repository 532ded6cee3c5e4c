import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createApi, createService, httpApi, type ModifyApiParams, release } from "../resources.ts";

test("the published API requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const created = await client.CreateApi({
    ServiceId,
    ApiName: "name",
    ApiDesc: "desc",
    ApiType: "NORMAL",
    AuthType: "NONE",
    ServiceType: "MOCK",
    ServiceTimeout: 15,
    Protocol: "HTTP",
    RequestConfig: { Path: "/test", Method: "GET" },
    EnableCORS: false,
    ApiBusinessType: "NORMAL",
    ServiceMockReturnMessage: "mock",
  });
  assertPublishedForm("CreateApi", created);
  const ApiId = present(created.Result?.ApiId);
  const change = { ApiName: "http_api", RequestConfig: { Path: "/", Method: "ANY" }, ServiceType: "MOCK" };
  const modified = await client.ModifyApi({ ...change, ServiceId, ApiId, ServiceMockReturnMessage: "test" });
  assertPublishedForm("ModifyApi", modified);
  assertPublishedForm("DeleteApi", await client.DeleteApi({ ServiceId, ApiId }));
});

test("what is read of an API has the published members", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const request = httpApi(ServiceId, {
    ApiName: "full",
    RequestConfig: { Path: "/users/{id}", Method: "GET" },
    RequestParameters: [{ Name: "id", Position: "path", Type: "string", Required: true }],
    ServiceConfig: { Url: "http://10.0.0.1", Path: "/{user}", Method: "GET", Product: "clb", UniqVpcId: "vpc-1" },
    ServiceParameters: [
      {
        Name: "user",
        Position: "path",
        RelevantRequestParameterName: "id",
        RelevantRequestParameterPosition: "path",
      },
    ],
    ConstantParameters: [{ Name: "X-A", Position: "header", DefaultValue: "1" }],
    ResponseErrorCodes: [{ Code: 404, Msg: "no", ConvertedCode: 410, NeedConvert: true }],
  });
  const ApiId = await createApi(client, request);
  const TagSpecifications = { Key: "team", Value: "shop" };
  await client.ModifyApi({ ...request, ApiId, TagSpecifications } as ModifyApiParams);
  await release(client, ServiceId);
  // Younger than the examples.
  const additional = ["ServiceScfEventIsAsyncCall"];
  assertPublishedMembers("DescribeApi", await client.DescribeApi({ ServiceId, ApiId }), additional);
  const view = await client.DescribeApiForApiApp({ ServiceId, ApiId, ApiRegion: "ap-guangzhou" });
  // This example also leaves out what COS backends have.
  assertPublishedMembers("DescribeApiForApiApp", view, [...additional, "CosConfig"]);
  // The example shows tags without members.
  const list = await client.DescribeApisStatus({ ServiceId });
  assertPublishedMembers("DescribeApisStatus", list, ["Key", "Value"]);
});
