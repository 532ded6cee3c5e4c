import { test } from "node:test";
import { authorizationApi } from "../api/oauth-requests.ts";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createApi, createService, mockApi } from "../resources.ts";
import { createApp, createAppApi } from "./resources.ts";

test("every code listed for an action of API apps occurs, or there is a reason", async (t) => {
  const management = await startManagement(t, { quotas: { apiApps: 2, apiAppsPerApi: 1 } });
  const client = management.client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const open = await createApi(client, mockApi(ServiceId));
  const login = await createApi(client, authorizationApi(ServiceId));
  const { id: ApiAppId } = await createApp(client);
  const { id: other } = await createApp(client);
  const unknownApp = { ApiAppId: "app-unknown0" };
  const unknownApi = { ApiId: "api-unknown0" };
  const unknownService = { ServiceId: "service-unknown0" };
  const badEnvironment = { Environment: "formal" };
  const badPage = { Limit: 101 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };

  await faulty("CreateApiApp", { ApiAppName: "app" }, {}, { ApiAppName: "" });
  await faulty("ModifyApiApp", { ApiAppId }, unknownApp, { ApiAppName: "" });
  await faulty("UpdateApiAppKey", { ApiAppId, ApiAppKey: "APID_key" }, unknownApp, { ApiAppKey: "x" });
  const place = { ApiAppId, ServiceId, ApiId, Environment: "test" };
  await faulty("BindApiApp", place, unknownApp, unknownApi, unknownService, badEnvironment, { ApiId: open });
  await client.BindApiApp(place);
  await faulty("BindApiApp", place, {}, { ApiAppId: other });
  await faulty("DeleteApiApp", { ApiAppId }, unknownApp, {});
  await faulty("UnbindApiApp", place, unknownApp, unknownApi, unknownService, badEnvironment, { ApiAppId: other });
  await faulty("DescribeApiApp", { ApiAppId }, unknownApp);
  await faulty("DescribeApiAppsStatus", {}, badPage, badFilter);
  await faulty("DescribeApiAppBindApisStatus", { ApiAppId }, badPage, badFilter);
  await faulty("DescribeApiBindApiAppsStatus", { ServiceId, ApiIds: [ApiId] }, badPage, badFilter);

  const change = { ServiceId, ApiId: login, BusinessType: "OAUTH", PublicKey: "{}" };
  const nothing = { PublicKey: undefined };
  const otherKind = { BusinessType: "NORMAL" };
  await faulty("ModifyApiIncrement", change, {}, nothing, otherKind, unknownApi, unknownService);
  assertListedCodes(answered);
});
