import assert from "node:assert/strict";
import { test } from "node:test";
import { actions } from "../../../src/control/contract/generated/contract.ts";
import { type Management, startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import {
  type CreateApiParams,
  createApi,
  createService,
  httpApi,
  type ModifyApiParams,
  mockApi,
  readApi,
} from "../resources.ts";
import { apiOn, createUpstream } from "../upstream/resources.ts";
import { authorizationApi, businessApi } from "./oauth-requests.ts";

const functions = [{ pattern: ["default", "known", "*"], url: "http://127.0.0.1:9000/" }] as const;

/** The members of a reply that an action takes as well. */
function writable(action: "CreateApi" | "ModifyApi", reply: object): object {
  const taken = new Set<string>(actions[action].input.map(({ name }) => name));
  return Object.fromEntries(Object.entries(reply).filter(([name]) => taken.has(name)));
}

async function storedDefinition({ store, firstAccount }: Management, serviceId: string, apiId: string) {
  const scope = { appId: firstAccount.appId, region: "ap-guangzhou" };
  return present(await store.read((tx) => tx.apis.find(scope, serviceId, apiId))).definition;
}

test("an API that is written back as it was read stays what it is, and what was read makes another like it", async (t) => {
  const management = await startManagement(t, { functions });
  const client = management.client();
  const ServiceId = await createService(client);
  const at = (Path: string) => ({ RequestConfig: { Path, Method: "GET" } });
  const known = { ServiceType: "SCF", ServiceScfFunctionName: "known", ServiceScfFunctionType: "HTTP" };
  const chat = { Url: "ws://backend.test", Path: "/", Method: "GET" };
  const login = await createApi(client, authorizationApi(ServiceId));
  const requests: CreateApiParams[] = [
    httpApi(ServiceId, at("/http")),
    httpApi(ServiceId, { ...at("/grpc"), ServiceType: "GRPC" }),
    httpApi(ServiceId, { ...at("/chat"), Protocol: "WEBSOCKET", ServiceType: "WEBSOCKET", ServiceConfig: chat }),
    apiOn(ServiceId, await createUpstream(client), at("/upstream")),
    mockApi(ServiceId, { ...at("/key"), AuthType: "SECRET" }),
    mockApi(ServiceId, { ...at("/app"), AuthType: "APP" }),
    mockApi(ServiceId, { ...at("/function"), ...known, IsBase64Encoded: true }),
    businessApi(ServiceId, login, at("/orders")),
  ];
  for (const request of requests) {
    const ApiId = await createApi(client, request);
    const before = await storedDefinition(management, ServiceId, ApiId);
    const read = await readApi(client, ServiceId, ApiId);
    await client.request("ModifyApi", writable("ModifyApi", read));
    assert.deepEqual(await storedDefinition(management, ServiceId, ApiId), before, before.path);

    const copy = { ...writable("CreateApi", read), ApiName: "", ...at(`${before.path}/copy`) };
    const { Result } = (await client.request("CreateApi", copy)) as { Result: { ApiId: string } };
    const copied = await storedDefinition(management, ServiceId, Result.ApiId);
    // Whether a function is a web server is told by no reply.
    const backend = before.backend.type === "SCF" ? { ...before.backend, form: "EVENT" } : before.backend;
    assert.deepEqual(copied, { ...before, path: `${before.path}/copy`, backend });
  }
});

test("clients that know only AuthRequired do not open an API that takes a key", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const RequestConfig = { Path: "/orders", Method: "GET" };
  const ApiId = await createApi(client, mockApi(ServiceId, { RequestConfig, AuthType: "SECRET" }));
  const mock = { ServiceType: "MOCK", ServiceMockReturnMessage: "hello" };
  const authTypeAfter = async (change: Partial<ModifyApiParams>) => {
    await client.ModifyApi({ ServiceId, ApiId, RequestConfig, ...mock, ...change });
    return (await readApi(client, ServiceId, ApiId)).AuthType;
  };
  assert.equal(await authTypeAfter({ AuthRequired: true }), "SECRET");
  assert.equal(await authTypeAfter({ AuthRequired: true, AuthType: "APP" }), "APP");
  assert.equal(await authTypeAfter({ AuthRequired: false }), "NONE");
});

test("the backend type CLB, which ModifyApi publishes, is an HTTP backend of that product", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const RequestConfig = { Path: "/orders", Method: "GET" };
  const ApiId = await createApi(client, mockApi(ServiceId, { RequestConfig }));
  const Config = { Url: "http://backend.test", Path: "/", Method: "GET" };
  await client.ModifyApi({ ServiceId, ApiId, RequestConfig, ServiceType: "CLB", ServiceConfig: Config });
  const { ServiceType, ServiceConfig } = await readApi(client, ServiceId, ApiId);
  assert.deepEqual([ServiceType, ServiceConfig?.Product], ["HTTP", "clb"]);
});
