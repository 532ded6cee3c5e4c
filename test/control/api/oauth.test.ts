import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import {
  type CreateApiParams,
  createApi,
  createService,
  type ModifyApiParams,
  mockApi,
  readApi,
} from "../resources.ts";
import { authorizationApi, businessApi, newPublicKey, publicKey } from "./oauth-requests.ts";

function modify(client: Client, ApiId: string, request: CreateApiParams) {
  return client.ModifyApi({ ...request, ApiId } as ModifyApiParams);
}

test("authorization and business APIs are read back with the part they play", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const login = await createApi(client, authorizationApi(ServiceId));
  const orders = await createApi(client, businessApi(ServiceId, login));
  const parts = async (id: string) => {
    const { AuthType, ApiBusinessType, AuthRelationApiId, OauthConfig } = await readApi(client, ServiceId, id);
    return { AuthType, ApiBusinessType, AuthRelationApiId, OauthConfig };
  };
  const OauthConfig = { PublicKey: publicKey, TokenLocation: "Header", LoginRedirectUrl: "https://login.test" };
  const ofLogin = { AuthType: "OAUTH", ApiBusinessType: "OAUTH", AuthRelationApiId: null, OauthConfig };
  const ofOrders = { AuthType: "OAUTH", ApiBusinessType: "NORMAL", AuthRelationApiId: login, OauthConfig: null };
  assert.deepEqual(await parts(login), ofLogin);
  assert.deepEqual(await parts(orders), ofOrders);

  const rows = present((await client.DescribeApisStatus({ ServiceId })).Result?.ApiIdStatusSet);
  assert.deepEqual(
    rows.map((row) => [row.ApiId, row.ApiBusinessType, row.AuthRelationApiId, row.RelationBuniessApiIds]),
    [
      [orders, "NORMAL", login, null],
      [login, "OAUTH", null, [orders]],
    ],
  );
  const inService = present((await client.DescribeService({ ServiceId })).ApiIdStatusSet);
  assert.deepEqual(
    inService.map((row) => [row.ApiId, row.TokenLocation]),
    [
      [orders, null],
      [login, "Header"],
    ],
  );
});

test("APIs are found by the part they play and by their authorization API", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const plain = await createApi(client, mockApi(ServiceId));
  const login = await createApi(client, authorizationApi(ServiceId));
  const orders = await createApi(client, businessApi(ServiceId, login));
  const ids = async (Name: string, ...Values: string[]) => {
    const { Result } = await client.DescribeApisStatus({ ServiceId, Filters: [{ Name, Values }] });
    return present(Result?.ApiIdStatusSet).map(({ ApiId }) => ApiId);
  };
  assert.deepEqual(await ids("ApiBuniessType", "OAUTH"), [login]);
  assert.deepEqual(await ids("ApiBusinessType", "OAUTH"), [login]);
  assert.deepEqual(await ids("ApiBuniessType", "NORMAL"), [orders, plain]);
  assert.deepEqual(await ids("AuthRelationApiId", login), [orders]);
  assert.deepEqual(await ids("AuthType", "OAUTH"), [orders, login]);
});

test("the public key must be an RSA JWK of 2048 bits without private members", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const login = await createApi(client, authorizationApi(ServiceId));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys = ["", "text", "{}", "[]", newPublicKey(1024), JSON.stringify(privateKey.export({ format: "jwk" }))];
  const RequestConfig = { Path: "/other", Method: "GET" };
  for (const PublicKey of keys) {
    const request = authorizationApi(ServiceId, { OauthConfig: { PublicKey, TokenLocation: "header" }, RequestConfig });
    await refused(client.CreateApi(request), "InvalidParameterValue.InvalidPublicKey", /PublicKey/);
    await refused(modify(client, login, request), "InvalidParameterValue.InvalidPublicKey", /PublicKey/);
  }
  const { OauthConfig: _, ...keyless } = authorizationApi(ServiceId, { RequestConfig });
  await refused(client.CreateApi(keyless), "InvalidParameterValue.InvalidPublicKey", /OauthConfig/);
  const OauthConfig = { PublicKey: publicKey, TokenLocation: "query" };
  const misplaced = authorizationApi(ServiceId, { OauthConfig, RequestConfig });
  await refused(client.CreateApi(misplaced), "InvalidParameterValue.NotInOptions", /TokenLocation/);
});

test("a business API names an authorization API of its own service", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const plain = await createApi(client, mockApi(ServiceId));
  const login = await createApi(client, authorizationApi(ServiceId));
  const elsewhere = await createApi(client, authorizationApi(other));
  const orders = await createApi(client, businessApi(ServiceId, login));
  const unknown = "ResourceNotFound.InvalidOauthApi";
  for (const id of ["", "api-unknown0", plain, elsewhere, orders]) {
    const request = businessApi(ServiceId, id, { RequestConfig: { Path: "/x", Method: "GET" } });
    await refused(client.CreateApi(request), unknown, /AuthRelationApiId/);
    await refused(modify(client, orders, businessApi(ServiceId, id)), unknown, /AuthRelationApiId/);
  }
  await refused(client.CreateApi(mockApi(ServiceId, { AuthType: "OAUTH" })), unknown);
  await modify(client, orders, businessApi(ServiceId, login));
  await refused(modify(client, login, businessApi(ServiceId, login)), unknown, undefined);
});

test("an authorization API outlives its business APIs", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const login = await createApi(client, authorizationApi(ServiceId));
  const orders = await createApi(client, businessApi(ServiceId, login));
  const { RequestConfig } = authorizationApi(ServiceId);
  const open = mockApi(ServiceId, { RequestConfig });
  await modify(client, login, authorizationApi(ServiceId, { EnableCORS: true }));
  await refused(modify(client, login, open), "UnsupportedOperation.ResourceAssociated", new RegExp(orders));
  const remove = (ApiId: string) => client.DeleteApi({ ServiceId, ApiId });
  await refused(remove(login), "UnsupportedOperation.UnsupportedDeleteApi", new RegExp(orders));
  await modify(client, orders, mockApi(ServiceId, { RequestConfig: { Path: "/orders", Method: "GET" } }));
  await modify(client, login, open);
  assert.equal((await readApi(client, ServiceId, login)).OauthConfig, null);
  await remove(login);
});

test("ModifyApiIncrement changes the key or the login page of an authorization API and nothing else", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, authorizationApi(ServiceId));
  const before = await readApi(client, ServiceId, ApiId);
  const change = (members: { PublicKey?: string; LoginRedirectUrl?: string }) =>
    client.ModifyApiIncrement({ ServiceId, ApiId, BusinessType: "OAUTH", ...members });
  const next = newPublicKey();
  assert.deepEqual(Object.keys(await change({ PublicKey: next })), ["RequestId"]);
  await change({ LoginRedirectUrl: "https://other.test" });
  const after = await readApi(client, ServiceId, ApiId);
  const OauthConfig = { PublicKey: next, TokenLocation: "Header", LoginRedirectUrl: "https://other.test" };
  assert.deepEqual(after, { ...before, OauthConfig, ModifiedTime: after.ModifiedTime });
  await change({ LoginRedirectUrl: "" });
  assert.equal((await readApi(client, ServiceId, ApiId)).OauthConfig?.LoginRedirectUrl, "");

  await refused(change({}), "InvalidParameterValue.NothingModifyForOauth");
  await refused(change({ PublicKey: "{}" }), "InvalidParameter.FormatError", /PublicKey/);
  await refused(change({ PublicKey: "" }), "InvalidParameter.FormatError", /PublicKey/);
  const normal = { ServiceId, ApiId, BusinessType: "NORMAL", PublicKey: publicKey };
  await refused(client.ModifyApiIncrement(normal), "InvalidParameterValue.InvalidApiBusinessType", /BusinessType/);
  const orders = await createApi(client, businessApi(ServiceId, ApiId));
  const business = { ServiceId, ApiId: orders, BusinessType: "OAUTH", PublicKey: publicKey };
  await refused(client.ModifyApiIncrement(business), "InvalidParameterValue.InvalidApiBusinessType", /authorization/);
  const lost = { ServiceId, ApiId: "api-unknown0", BusinessType: "OAUTH", PublicKey: publicKey };
  await refused(client.ModifyApiIncrement(lost), "ResourceNotFound.InvalidApi");
  const nowhere = { ...lost, ServiceId: "service-unknown0" };
  await refused(client.ModifyApiIncrement(nowhere), "ResourceNotFound.InvalidService");
});
