import { authorizationApi, newPublicKey } from "../../api/oauth-requests.ts";
import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createApi, createService, httpApi, type ModifyApiParams, release } from "../../resources.ts";

export async function callApiActions(client: Client): Promise<void> {
  const ServiceId = await createService(client);
  await callWithPublishedRequests(client, ServiceId);
  await readFullApi(client, ServiceId);
  const login = await createApi(client, authorizationApi(ServiceId));
  await client.ModifyApiIncrement({ ServiceId, ApiId: login, BusinessType: "OAUTH", PublicKey: newPublicKey() });
  await client.ImportOpenApi({ ServiceId, EncodeType: "YAML", ContentVersion: "openAPI", Content: document });
}

const document = `info:
  title: test
  version: 1.0.1
openapi: 3.0.0
paths:
  /imported:
    get:
      operationId: test
`;

async function callWithPublishedRequests(client: Client, ServiceId: string): Promise<void> {
  const { Result } = await client.CreateApi({
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
  const ApiId = present(Result?.ApiId);
  const change = { ApiName: "http_api", RequestConfig: { Path: "/", Method: "ANY" }, ServiceType: "MOCK" };
  await client.ModifyApi({ ...change, ServiceId, ApiId, ServiceMockReturnMessage: "test" });
  await client.DeleteApi({ ServiceId, ApiId });
}

/** Reads an API that has something in each of its lists. */
async function readFullApi(client: Client, ServiceId: string): Promise<void> {
  const request = httpApi(ServiceId, {
    ApiName: "full",
    RequestConfig: { Path: "/users/{id}", Method: "GET" },
    RequestParameters: [{ Name: "id", Position: "path", Type: "string", Required: true }],
    ServiceConfig: { Url: "http://10.0.0.1", Path: "/{user}", Method: "GET", Product: "clb", UniqVpcId: "vpc-1" },
    ServiceParameters: [
      { Name: "user", Position: "path", RelevantRequestParameterName: "id", RelevantRequestParameterPosition: "path" },
    ],
    ConstantParameters: [{ Name: "X-A", Position: "header", DefaultValue: "1" }],
    ResponseErrorCodes: [{ Code: 404, Msg: "no", ConvertedCode: 410, NeedConvert: true }],
  });
  const ApiId = await createApi(client, request);
  const TagSpecifications = { Key: "team", Value: "shop" };
  await client.ModifyApi({ ...request, ApiId, TagSpecifications } as ModifyApiParams);
  await release(client, ServiceId);
  await client.DescribeApi({ ServiceId, ApiId });
  await client.DescribeApiForApiApp({ ServiceId, ApiId, ApiRegion: "ap-guangzhou" });
  await client.DescribeApisStatus({ ServiceId });
}
